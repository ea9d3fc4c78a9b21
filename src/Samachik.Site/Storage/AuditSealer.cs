using Samachik.Rules.Audit;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>
/// Seals the trail in batches, one node at a time. The seal's number is its key: should two nodes seal at once after
/// all, one of them comes too late and nothing else happens. Each head goes into the log, as an anchor outside the database.
/// </summary>
public sealed class AuditSealer(
    IServiceScopeFactory scopes, AuditKeys keys, StorageMetrics metrics, TimeProvider time, ILogger<AuditSealer> log) : BackgroundService
{
    /// <summary>Entries in a seal at most.</summary>
    public const int Batch = 1000;

    /// <summary>The lease of this work.</summary>
    public const string Work = "audit-seal";

    /// <summary>How often it seals.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    // Statements of the site time out after two seconds.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim alone = new(1);
    private AuditHorizon? seen;
    private long seenAt;

    /// <summary>
    /// One round: seals what was there a round ago, once every transaction that was writing then has ended; whether
    /// this node is the one that seals.
    /// </summary>
    public async Task<bool> SealAsync(CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
            var table = scope.ServiceProvider.GetRequiredService<AuditTable>();
            var leases = scope.ServiceProvider.GetRequiredService<Leases>();
            var holds = await leases.TryHoldAsync(Work, LeaseLife, time.GetUtcNow(), stop);
            if (holds) await GoRoundAsync(db, table, leases, stop);
            metrics.Unsealed(await table.CountAsync((await table.LastSealAsync(stop))?.Seal.LastEntry ?? 0, stop));
            return holds;
        }
        finally
        {
            alone.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        alone.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Every, time, SealAsync, log, metrics.SealingFailed, stoppingToken);

    private async Task GoRoundAsync(MembersDb db, AuditTable table, Leases leases, CancellationToken stop)
    {
        var horizon = await AuditHorizon.LookAsync(db, stop);
        if (seen is not null && time.GetElapsedTime(seenAt) < Settles) return;
        if (seen is not null && !seen.IsSettledBy(horizon))
        {
            log.LogWarning("Sealing waits: a transaction has been writing entries since the last round.");
            return;
        }

        if (seen is not null) await SealUpToAsync(seen.Highest, db, table, leases, stop);
        (seen, seenAt) = (horizon, time.GetTimestamp());
    }

    private async Task SealUpToAsync(long highest, MembersDb db, AuditTable table, Leases leases, CancellationToken stop)
    {
        while (await table.LastSealAsync(stop) is var last && (last?.Seal.LastEntry ?? 0) < highest)
        {
            if (last is not null && !keys.IsSigned(last.Seal, last.Signature.Span))
            {
                metrics.SealingFailed();
                log.LogError("Audit seal {Number} is not as it was signed; nothing is sealed on top of it.", last.Seal.Number);
                return;
            }

            var entries = ProvenPart(await table.EntriesAsync(last?.Seal.LastEntry ?? 0, highest, Batch, stop));
            if (entries.Count == 0 || !await SaveAsync(db, AuditSeal.Make(last?.Seal, entries, time.GetUtcNow(), keys.Current))
                || !await leases.TryHoldAsync(Work, LeaseLife, time.GetUtcNow(), stop)) return;
        }
    }

    // What is not ours is sealed among its neighbours, where the check names it, but never as the last: an entry
    // planted far ahead would carry the seal past ids that are still to come.
    private List<AuditRecord> ProvenPart(List<AuditRecord> entries)
    {
        foreach (var entry in entries.Where(entry => !keys.IsOurs(entry)))
        {
            metrics.SealingFailed();
            log.LogError("Audit entry {Id} was not written by this site, or not as it stands.", entry.Id);
        }

        return entries[..(entries.FindLastIndex(keys.IsOurs) + 1)];
    }

    private async Task<bool> SaveAsync(MembersDb db, AuditSeal seal)
    {
        db.AuditSeals.Add(new AuditSealRow
        {
            Number = seal.Number,
            AfterEntry = seal.AfterEntry,
            LastEntry = seal.LastEntry,
            Chain = seal.Chain.ToArray(),
            PreviousHead = seal.PreviousHead.ToArray(),
            Head = seal.Head.ToArray(),
            SealedAt = DateTimeOffset.FromUnixTimeMilliseconds(seal.SealedAt),
            KeyId = (int)seal.KeyId,
            Signature = keys.Sign(seal),
        });
        var verdict = await db.SaveActAsync();
        db.ChangeTracker.Clear();
        if (verdict != SaveVerdict.Saved) return false;
        metrics.Sealed(seal.Count);
        log.LogInformation(
            "Audit seal {Anchor} holds {Count} entries, the last of them {Last}",
            AuditAnchor.Of(seal), seal.Count, seal.LastEntry);
        return true;
    }
}
