namespace Samachik.Rules.Audit;

/// <summary>One act in the trail, as it is hashed and sealed. It holds no personal data.</summary>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="ActorId">Which officer, if one.</param>
/// <param name="MemberId">To which account, if any.</param>
/// <param name="SessionId">In or about which session, if any.</param>
/// <param name="Detail">Which of several it was; printable, at most 80 characters.</param>
/// <param name="Network">From which network, hashed.</param>
public sealed record AuditEntry(
    DateTimeOffset At, AuditAct Act, AuditActor Actor, Guid? ActorId, Guid? MemberId, Guid? SessionId, string? Detail,
    ReadOnlyMemory<byte> Network)
{
    /// <summary>The entry as it stands in the table, in its place and with its keyed hash.</summary>
    public AuditRecord Record(long id, ReadOnlyMemory<byte> mac) => new(
        id, At.ToUnixTimeMilliseconds(), Act.ToString(), Actor.ToString(), Text(ActorId), Text(MemberId), Text(SessionId), Detail,
        Network, mac);

    /// <summary>The one spelling that hashes are made of.</summary>
    public byte[] Canonical() => Record(0, default).Canonical();

    private static string? Text(Guid? id) => id?.ToString("D");
}
