using System.Buffers.Binary;

namespace Samachik.Rules.Audit;

/// <summary>
/// A batch of the trail: each entry linked to the one before, the first to the last of the seal before. Whoever signs
/// it vouches for every entry up to here, in this order, and for nothing in between.
/// </summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="AfterEntry">The last entry of the seal before; 0 for the first.</param>
/// <param name="LastEntry">The last entry of this one.</param>
/// <param name="Chain">Id (8 bytes) and link (32 bytes) of every entry in it, in order.</param>
/// <param name="PreviousHead">The last link of the seal before; zeros for the first.</param>
/// <param name="Head">The last link of this one.</param>
/// <param name="SealedAt">When, in milliseconds since 1970; nothing rests on it.</param>
/// <param name="KeyId">The number of the key that signs.</param>
public sealed record AuditSeal(
    long Number, long AfterEntry, long LastEntry, ReadOnlyMemory<byte> Chain, ReadOnlyMemory<byte> PreviousHead,
    ReadOnlyMemory<byte> Head, long SealedAt, long KeyId)
{
    private const int LinkLength = 32;
    private const int StepLength = sizeof(long) + LinkLength;

    /// <summary>How many entries it holds.</summary>
    public int Count => Chain.Length / StepLength;

    /// <summary>Seals entries that follow one another, the first of them after all that were sealed before.</summary>
    public static AuditSeal Make(AuditSeal? previous, IReadOnlyList<AuditRecord> entries, DateTimeOffset now, long keyId)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        var (after, head) = EndOf(previous);
        var (last, link) = (after, head);
        var chain = new byte[entries.Count * StepLength];
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Id <= last) throw new ArgumentException("Entries are sealed in their order.", nameof(entries));
            (last, link) = (entries[i].Id, entries[i].Link(link.Span));
            var step = chain.AsSpan(i * StepLength, StepLength);
            BinaryPrimitives.WriteInt64BigEndian(step, last);
            link.Span.CopyTo(step[sizeof(long)..]);
        }

        return new((previous?.Number ?? 0) + 1, after, last, chain, head, link, now.ToUnixTimeMilliseconds(), keyId);
    }

    /// <summary>The bytes that are signed: everything in it.</summary>
    public byte[] SignedBytes()
    {
        Span<byte> numbers = stackalloc byte[6 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, Number);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], AfterEntry);
        BinaryPrimitives.WriteInt64BigEndian(numbers[16..], LastEntry);
        BinaryPrimitives.WriteInt64BigEndian(numbers[24..], SealedAt);
        BinaryPrimitives.WriteInt64BigEndian(numbers[32..], Chain.Length);
        BinaryPrimitives.WriteInt64BigEndian(numbers[40..], KeyId);
        return [.. "samachik|audit-seal|1"u8, .. numbers, .. Chain.Span, .. PreviousHead.Span, .. Head.Span];
    }

    /// <summary>Whether it goes on where the seal before ends, and holds together in itself.</summary>
    public bool Follows(AuditSeal? previous)
    {
        var (after, head) = EndOf(previous);
        if (Number != (previous?.Number ?? 0) + 1 || AfterEntry != after || !PreviousHead.Span.SequenceEqual(head.Span)) return false;
        if (Count == 0 || Chain.Length % StepLength != 0 || IdAt(Count - 1) != LastEntry || !LinkAt(Count - 1).SequenceEqual(Head.Span)) return false;
        for (var (i, last) = (0, after); i < Count; last = IdAt(i++))
            if (IdAt(i) <= last) return false;
        return true;
    }

    /// <summary>
    /// Holds what stands in its range, in order of the ids, against what was sealed: the first break; null when there
    /// is none. To find one that was slipped in, one entry more than it holds is enough.
    /// </summary>
    public AuditFinding? FirstBreak(IReadOnlyList<AuditRecord> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        for (var i = 0; i < Count; i++)
        {
            var id = IdAt(i);
            if (i >= found.Count || found[i].Id > id) return new(id, AuditBreak.Removed);
            if (found[i].Id < id) return new(found[i].Id, AuditBreak.SlippedIn);
            if (!found[i].Link(LinkBefore(i)).AsSpan().SequenceEqual(LinkAt(i))) return new(id, AuditBreak.Changed);
        }

        return found.Count > Count ? new(found[Count].Id, AuditBreak.SlippedIn) : null;
    }

    /// <summary>As which entry something was sealed here, wherever it stands now; null when it was not.</summary>
    public long? PlaceOf(AuditRecord content)
    {
        ArgumentNullException.ThrowIfNull(content);
        for (var i = 0; i < Count; i++)
            if (content.Link(LinkBefore(i), IdAt(i)).AsSpan().SequenceEqual(LinkAt(i))) return IdAt(i);
        return null;
    }

    private static (long LastEntry, ReadOnlyMemory<byte> Head) EndOf(AuditSeal? seal) =>
        seal is null ? (0, new byte[LinkLength]) : (seal.LastEntry, seal.Head);

    private long IdAt(int step) => BinaryPrimitives.ReadInt64BigEndian(Chain.Span[(step * StepLength)..]);

    private ReadOnlySpan<byte> LinkAt(int step) => Chain.Span.Slice(step * StepLength + sizeof(long), LinkLength);

    private ReadOnlySpan<byte> LinkBefore(int step) => step == 0 ? PreviousHead.Span : LinkAt(step - 1);
}
