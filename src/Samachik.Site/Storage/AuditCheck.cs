using Samachik.Rules.Audit;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Storage;

/// <summary>What the check of the trail came to.</summary>
/// <param name="Finding">The first place where it is broken; null: it is intact.</param>
/// <param name="Last">The last seal that was looked at and found good.</param>
/// <param name="SealedEntries">Entries found good under a seal.</param>
/// <param name="UnsealedEntries">Entries found good that are not sealed yet.</param>
public sealed record AuditReport(AuditFinding? Finding, AuditSeal? Last, long SealedEntries, long UnsealedEntries);

/// <summary>
/// Checks the whole trail from the first entry on: signatures, links, numbers, every entry under its seal, the keyed
/// hash of every entry. It stops at the first break, and holds one batch at a time.
/// </summary>
public sealed class AuditCheck(AuditTable table, AuditKeys keys)
{
    private SignedSeal? last;
    private long sealedEntries, unsealedEntries;

    /// <summary>Checks it all.</summary>
    /// <param name="anchor">A seal written down earlier, if any.</param>
    /// <param name="progress">Told how many entries are done, now and then.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<AuditReport> RunAsync(AuditAnchor? anchor, Action<long> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        (last, sealedEntries, unsealedEntries) = (null, 0, 0);
        var finding = await FirstBreakAsync(anchor, progress, stop);
        return new(finding, last?.Seal, sealedEntries, unsealedEntries);
    }

    private async Task<AuditFinding?> FirstBreakAsync(AuditAnchor? anchor, Action<long> progress, CancellationToken stop)
    {
        // No id is drawn below 1: what stands there lies before all seals.
        if (await table.EntriesAsync(long.MinValue, 0, 1, stop) is [var below]) return new(below.Id, AuditBreak.SlippedIn);
        while (await table.NextSealAsync(last?.Seal.Number ?? 0, stop) is { } next)
        {
            if (await BreakOfAsync(next, anchor, stop) is { } finding) return finding;
            last = next;
            sealedEntries += next.Seal.Count;
            progress(sealedEntries);
        }

        return anchor is not null && anchor.Number > (last?.Seal.Number ?? 0)
            ? new((last?.Seal.LastEntry ?? 0) + 1, AuditBreak.CutOff)
            : await BreakOfTailAsync(progress, stop);
    }

    private async Task<AuditFinding?> BreakOfAsync(SignedSeal next, AuditAnchor? anchor, CancellationToken stop)
    {
        var (seal, after) = (next.Seal, last?.Seal.LastEntry ?? 0);
        if (BreakOfSeal(next) is { } broken)
            return new(await table.EntriesAsync(after, long.MaxValue, 1, stop) is [var first] ? first.Id : after + 1, broken);
        var found = await table.EntriesAsync(after, seal.LastEntry, seal.Count + 1, stop);
        var finding = seal.FirstBreak(found);
        if (finding is { Break: AuditBreak.Changed })
            return await PlaceOfAsync(found.Single(entry => entry.Id == finding.Entry), seal, stop) is { } other
                ? new(finding.Entry, AuditBreak.Swapped, other) : finding;
        if (finding is not null) return finding;
        if (found.Find(entry => !keys.IsOurs(entry)) is { } forged) return new(forged.Id, AuditBreak.Forged);
        return anchor is not null && anchor.Number == seal.Number && !anchor.Fits(seal) ? new(found[0].Id, AuditBreak.CutOff) : null;
    }

    private AuditBreak? BreakOfSeal(SignedSeal next)
    {
        if (next.Seal.Number != (last?.Seal.Number ?? 0) + 1) return AuditBreak.SealRemoved;
        if (!keys.HasKeyOf(next.Seal)) return AuditBreak.KeyMissing;
        return keys.IsSigned(next.Seal, next.Signature.Span) && next.Seal.Follows(last?.Seal) ? null : AuditBreak.SealChanged;
    }

    // As which entry something was sealed: in the seal at hand, or in one of those that come after it.
    private async Task<long?> PlaceOfAsync(AuditRecord content, AuditSeal seal, CancellationToken stop)
    {
        if (seal.PlaceOf(content) is { } here) return here;
        for (var number = seal.Number; await table.NextSealAsync(number, stop) is { } later; number = later.Seal.Number)
            if (keys.IsSigned(later.Seal, later.Signature.Span) && later.Seal.PlaceOf(content) is { } there) return there;
        return null;
    }

    private async Task<AuditFinding?> BreakOfTailAsync(Action<long> progress, CancellationToken stop)
    {
        var after = last?.Seal.LastEntry ?? 0;
        while (await table.EntriesAsync(after, long.MaxValue, AuditSealer.Batch, stop) is [.., var end] entries)
        {
            if (entries.Find(entry => !keys.IsOurs(entry)) is { } forged) return new(forged.Id, AuditBreak.Forged);
            after = end.Id;
            unsealedEntries += entries.Count;
            progress(sealedEntries + unsealedEntries);
        }

        return null;
    }
}
