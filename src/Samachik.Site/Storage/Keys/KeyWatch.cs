using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// Keeps this node in step with the database's fields keys, and tells there which it has. It says that it is there
/// before it first looks: so a new key is either seen by it or waits for it.
/// </summary>
public sealed class KeyWatch(
    IServiceScopeFactory scopes, KeyRing keys, LeaseHolder node, TimeProvider time, ILogger<KeyWatch> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>A node that has not told for so long is gone.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Once left = new();
    private (int Reads, int Writes, DateTimeOffset Until) told;

    /// <summary>What this node found missing when it last looked; null: it could not look yet.</summary>
    public MissingKeys? Missing { get; private set; }

    /// <summary>Joins the nodes on the database.</summary>
    /// <exception cref="SettingsException">A key is missing that the database is written with, or is about to be.</exception>
    public async Task JoinAsync()
    {
        await LookAsync(default);
        if (Missing is not { Needed: [], Announced: [] } missing)
        {
            await LeaveAsync();
            throw new SettingsException([.. (Missing?.Needed ?? []).Select(NotHere), .. (Missing?.Announced ?? []).Select(file =>
                $"Keys:Folder: {file} is not there, or is another one, and 'samachik keys rotate' is about to use it. Copy it from where that was run.")]);
        }
    }

    /// <summary>The fault of a key that values may be encrypted with.</summary>
    public static string NotHere(string file) =>
        $"Keys:Folder: {file} is not there, or is another one, and values in the database may be encrypted with it.";

    /// <summary>One look, told to the others where it changed something, and now and then.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        if (told.Until <= time.GetUtcNow()) await TellAsync(db, 0, 0, stop);
        var fieldKeys = scope.ServiceProvider.GetRequiredService<FieldKeys>();
        Missing = await fieldKeys.TakeUpAsync(stop);
        var (reads, writes) = (Missing.Newest, (int)keys.CurrentField);
        if ((told.Reads, told.Writes) != (reads, writes)) log.LogInformation("Fields keys: reads up to {Reads}, writes with {Writes}", reads, writes);
        if ((told.Reads, told.Writes) != (reads, writes) || told.Until - Life / 2 <= time.GetUtcNow()) await TellAsync(db, reads, writes, stop);
        foreach (var file in Missing.Needed) log.LogError("The key {File} is not in Keys:Folder, or is another one, and values may be encrypted with it.", file);
        foreach (var file in Missing.Announced) log.LogWarning("The key {File} is not in Keys:Folder, or is another one, and is about to be used.", file);
    }

    /// <summary>Leaves the nodes on the database.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await left.RunAsync(() => told.Until > time.GetUtcNow() ? LeaveAsync() : Task.CompletedTask);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.EveryAsync(Every, time, LookAsync, log, null, stoppingToken);

    private async Task TellAsync(MembersDb db, int reads, int writes, CancellationToken stop)
    {
        var name = Environment.MachineName is { Length: > NodeRow.LongestName } longer ? longer[..NodeRow.LongestName] : Environment.MachineName;
        var until = time.GetUtcNow() + Life;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO nodes (id, name, reads, writes, until) VALUES ({node.Id}, {name}, {reads}, {writes}, {until.ToUnixTimeMilliseconds()})
            ON CONFLICT (id) DO UPDATE SET reads = excluded.reads, writes = excluded.writes, until = excluded.until
            """,
            stop);
        told = (reads, writes, until);
    }

    private async Task LeaveAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MembersDb>().Nodes.Where(row => row.Id == node.Id).ExecuteDeleteAsync();
        }
        catch (Exception e) when (DatabaseFaults.IsOutage(e))
        {
            // Then its time runs out.
        }

        told = default;
    }
}
