using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of names that hold good.</summary>
public enum ChangeNameVerdict
{
    /// <summary>They are the names on file now.</summary>
    Changed,

    /// <summary>They are the names of before.</summary>
    SameAsBefore,

    /// <summary>The level of the account stands on the names: an officer changes them, with the card.</summary>
    NeedsOfficer,

    /// <summary>The names were changed often enough today.</summary>
    TooManyToday,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>Writes the names anew, as long as they are only what the member typed.</summary>
public sealed class ChangeName(
    CurrentMember current, MemberData data, Counters counters, AuditTrail trail, TellMember tell, MembersDb db, TimeProvider time)
{
    // Each change tells every address on file, by SMS too.
    private const int MostPerDay = 10;

    /// <summary>Whether members of a level change their names themselves.</summary>
    public static bool IsAllowedAt(AssuranceLevel level) => level switch
    {
        AssuranceLevel.SelfAsserted => true,
        AssuranceLevel.Matched or AssuranceLevel.Proofed => false,
    };

    /// <summary>Changes both names.</summary>
    public async Task<ChangeNameVerdict> ChangeAsync(PersonName first, PersonName? last)
    {
        ArgumentNullException.ThrowIfNull(first);
        var (member, now) = (await current.RequireAsync(), time.GetUtcNow());
        if (!IsAllowedAt(member.Level)) return ChangeNameVerdict.NeedsOfficer;
        var before = data.Read(member);
        if (before.FirstName == first.Text && before.LastName == last?.Text) return ChangeNameVerdict.SameAsBefore;
        if (!await counters.TryTakeAsync("name-change", member.Id.ToByteArray(), MostPerDay, TimeSpan.FromDays(1), now))
            return ChangeNameVerdict.TooManyToday;
        data.SetNames(member, first, last);
        trail.Add(db, AuditAct.NameChanged, member.Id, current.Network, now, session: current.SessionId);
        tell.Add(member, AuditAct.NameChanged, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return ChangeNameVerdict.ChangedMeanwhile;
        tell.Wake();
        return ChangeNameVerdict.Changed;
    }
}
