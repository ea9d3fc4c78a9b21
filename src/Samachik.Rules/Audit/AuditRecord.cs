using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samachik.Rules.Audit;

/// <summary>An entry as it stands in the table, whoever wrote it: one that was tampered with need not name an act we know.</summary>
/// <param name="Id">Its place in the trail.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="ActorId">Which officer, if one.</param>
/// <param name="MemberId">To which account, if any.</param>
/// <param name="SessionId">In or about which session, if any.</param>
/// <param name="Detail">Which of several it was.</param>
/// <param name="Network">From which network, hashed.</param>
/// <param name="Mac">The keyed hash of all that.</param>
public sealed record AuditRecord(
    long Id, long At, string Act, string Actor, string? ActorId, string? MemberId, string? SessionId, string? Detail,
    ReadOnlyMemory<byte> Network, ReadOnlyMemory<byte> Mac)
{
    /// <summary>A line per field, so that no two entries share a spelling: no field of ours holds a line break.</summary>
    public byte[] Canonical() => Encoding.UTF8.GetBytes(string.Join(
        '\n',
        "1", At.ToString(CultureInfo.InvariantCulture), Act, Actor, ActorId ?? "", MemberId ?? "", SessionId ?? "", Detail ?? "",
        Convert.ToHexString(Network.Span)));

    /// <summary>Its link in the chain: SHA-256 over the link before, the place, and all that stands in it.</summary>
    public byte[] Link(ReadOnlySpan<byte> before) => Link(before, Id);

    /// <summary>What its link would be in another place of the chain.</summary>
    public byte[] Link(ReadOnlySpan<byte> before, long place)
    {
        var canonical = Canonical();
        Span<byte> numbers = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, place);
        BinaryPrimitives.WriteInt32BigEndian(numbers[sizeof(long)..], canonical.Length);
        return SHA256.HashData([.. before, .. numbers, .. canonical, .. Mac.Span]);
    }
}
