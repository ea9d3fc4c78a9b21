using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Suspends a member for a time, and lifts it; the member is told both, and how to appeal.</summary>
public sealed class SuspendMember(MembersDb db, CaseFile file, MemberSessions sessions, TellPlainly tell, TimeProvider time)
{
    /// <summary>The lengths that one person may choose, in hours.</summary>
    public static IReadOnlyList<int> Hours { get; } = [24, 72, 168, 720];

    /// <summary>Suspends: all sessions end, and nobody signs in until it is over. The rule is of conduct, 1 to 10; null: another reason.</summary>
    public async Task<HelpVerdict> SuspendAsync(PersonInHand person, int hours, int? rule, ActReason facts)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (person.Member is not { } member || member.Suspension?.Holds(now) == true) return HelpVerdict.NotNow;
        (member.SuspendedAt, member.SuspendedUntil, member.SuspensionRule) = (now, now + TimeSpan.FromHours(hours), rule);
        await sessions.EndOthersAsync(db, member.Id, except: null, now, AuditActor.Officer);
        file.Add(AuditAct.Suspended, member.Id, person.NationalIdHash, facts, now, rule is null ? $"{hours} h" : $"{hours} h, rule {rule}");
        tell.Add(member, "Suspended", now, BangkokTime.Instant(now + TimeSpan.FromHours(hours), member.Language));
        return await SaveAsync();
    }

    /// <summary>Lifts it before its time.</summary>
    public async Task<HelpVerdict> LiftAsync(PersonInHand person, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (person.Member is not { } member || member.Suspension?.Holds(now) != true) return HelpVerdict.NotNow;
        (member.SuspendedAt, member.SuspendedUntil, member.SuspensionRule) = (null, null, null);
        file.Add(AuditAct.SuspensionLifted, member.Id, person.NationalIdHash, reason, now);
        tell.Add(member, "SuspensionLifted", now, "");
        return await SaveAsync();
    }

    private async Task<HelpVerdict> SaveAsync()
    {
        if (await db.SaveActAsync() != SaveVerdict.Saved) return HelpVerdict.ChangedMeanwhile;
        tell.Wake();
        return HelpVerdict.Done;
    }
}
