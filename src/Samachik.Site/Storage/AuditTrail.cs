using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Writes the trail: each entry goes into the caller's save, so that there is no act without it.</summary>
public sealed class AuditTrail(KeyRing keys)
{
    /// <summary>Adds an entry to what the caller is about to save.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="act">What was done.</param>
    /// <param name="member">To which account; null where there is none.</param>
    /// <param name="network">From which network, hashed; empty for acts of the site itself.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="session">In or about which session or browser.</param>
    /// <param name="officer">Which officer, if one.</param>
    /// <param name="detail">Which of several it was; never personal data.</param>
    public void Add(
        MembersDb db, AuditAct act, Guid? member, byte[] network, DateTimeOffset now,
        AuditActor actor = AuditActor.Member, Guid? session = null, string? detail = null, Guid? officer = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (detail?.Any(char.IsControl) == true) throw new ArgumentException("A detail is printable.", nameof(detail));
        var entry = new AuditEntry(now, act, actor, officer, member, session, detail, network);
        db.AuditEntries.Add(new AuditEntryRow
        {
            At = now,
            Act = act,
            Actor = actor,
            ActorId = officer,
            MemberId = member,
            SessionId = session,
            Detail = detail,
            Network = network,
            Mac = HMACSHA256.HashData(keys.AuditMacKey(keys.CurrentAudit), entry.Canonical()),
        });
    }
}
