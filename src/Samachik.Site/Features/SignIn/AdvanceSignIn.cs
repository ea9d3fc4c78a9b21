using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>
/// Brings a sign-in a step further. What was proven or accepted, and the session if nothing else stands in its way, go
/// into one save, which holds the account fast: a sign-in does not outlive a password change, a closing or a freeze.
/// </summary>
public sealed class AdvanceSignIn(CurrentSignIn current, MemberSessions sessions, KnownBrowsers browsers, TellMember tell, MembersDb db)
{
    /// <summary>How often a save is tried anew that lost to another of the same account: two sign-ins at once, say.</summary>
    internal const int Attempts = 5;

    /// <summary>
    /// Does what a step calls for, if the sign-in still stands there, until it is saved. Whether it is; if not, another
    /// request came first, and where the sign-in stands tells what it did.
    /// </summary>
    /// <param name="from">The step that the request is about.</param>
    /// <param name="change">Changes what is tracked; false: it does not hold any more.</param>
    public async Task<bool> FromAsync(SignInStep from, Func<SignInUnderWay, bool> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var under = await current.FindAsync();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (under?.Step != from || !change(under)) break;
            if (await SaveAsync(under)) return true;
            under = await current.ReloadAsync();
        }

        await current.ReloadAsync();
        return false;
    }

    /// <summary>Saves a sign-in with what was changed in it, and begins its session if nothing stands in the way.</summary>
    public async Task<bool> SaveAsync(SignInUnderWay under)
    {
        ArgumentNullException.ThrowIfNull(under);
        (under.Journey.LastActAt, under.Journey.Language) = (under.Now, Languages.Current);
        var opens = under.Step == SignInStep.Open;
        if (opens) await AddSessionAsync(under);
        db.HoldFast(under.Member);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        if (opens) current.SessionBegun = under.Journey.SessionId;
        if (under.Journey.Sends > 0) tell.Wake();
        return true;
    }

    // No code was sent to a browser that is known: its sign-in is no news to the member.
    private async Task AddSessionAsync(SignInUnderWay under)
    {
        var (journey, member, now) = (under.Journey, under.Member, under.Now);
        journey.SessionId = sessions.Begin(db, member.Id, now).Id;
        journey.FinishedAt = now;
        member.Language = Languages.Current;
        if (journey.Sends > 0) tell.Add(member, AuditAct.SignedIn, now, bySms: false);
        if (journey.RemembersBrowser) await browsers.RememberAsync(member.Id, now);
    }
}
