namespace Samachik.Site.Storage;

/// <summary>
/// Gives this node's leases back when it stops, so that another takes its works over in its next round. Registered
/// before the workers, it stops after them: nothing is given back that is still being done.
/// </summary>
public sealed class LeasesGivenBack(IServiceScopeFactory scopes, ILogger<LeasesGivenBack> log) : IHostedService
{
    private readonly Once givenBack = new();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives them back.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => givenBack.RunAsync(() => GiveBackAsync(cancellationToken));

    private async Task GiveBackAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<Leases>().GiveBackAsync(stop);
        }
        catch (Exception e) when (DatabaseFaults.IsOutage(e) || e is OperationCanceledException)
        {
            log.LogWarning("Leases were not given back; they end by themselves.");
        }
    }
}
