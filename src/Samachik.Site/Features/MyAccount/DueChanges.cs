using Samachik.Site.Storage;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// Does what members asked for and had to wait for, on one node at a time: phone changes, closings, and the erasing
/// after. Each member is one save of its own, so a round that is cut short is simply taken up again.
/// </summary>
public sealed class DueChanges(IServiceScopeFactory scopes, TimeProvider time, ILogger<DueChanges> log) : BackgroundService
{
    private const int MostPerRound = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(5);

    /// <summary>One round; does nothing while another node is at it.</summary>
    public async Task DoDueAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (!await services.GetRequiredService<Leases>().TryHoldAsync("due-changes", LeaseLife, now, stop)) return;
        var (phones, closings) = (services.GetRequiredService<ApplyPhoneChange>(), services.GetRequiredService<CloseForGood>());
        await EachAsync<ApplyPhoneChange>(
            "phone changes", await phones.DueAsync(now, MostPerRound, stop), (act, member) => act.ApplyAsync(member, now), stop);
        await EachAsync<CloseForGood>(
            "closings", await closings.DueToCloseAsync(now, MostPerRound, stop), (act, member) => act.CloseAsync(member, now), stop);
        await EachAsync<CloseForGood>(
            "erasings", await closings.DueToEraseAsync(now, MostPerRound, stop), (act, member) => act.EraseAsync(member, now), stop);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Every, time, DoDueAsync, log, null, stoppingToken);

    private async Task EachAsync<TAct>(string what, List<Guid> due, Func<TAct, Guid, Task<bool>> act, CancellationToken stop)
        where TAct : notnull
    {
        var done = 0;
        foreach (var member in due)
        {
            stop.ThrowIfCancellationRequested();
            if (await TryAsync(what, member, act)) done++;
        }

        if (due.Count > 0) log.LogInformation("Due {What}: {Done} of {Due} done", what, done, due.Count);
    }

    // One account that cannot be read does not hold up all others.
    private async Task<bool> TryAsync<TAct>(string what, Guid member, Func<TAct, Guid, Task<bool>> act)
        where TAct : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await act(scope.ServiceProvider.GetRequiredService<TAct>(), member);
        }
        catch (Exception e) when (!DatabaseFaults.IsOutage(e))
        {
            log.LogError(e, "Due {What}: one failed, account {Member}", what, member);
            return false;
        }
    }
}
