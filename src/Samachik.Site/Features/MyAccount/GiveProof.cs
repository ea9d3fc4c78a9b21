using Microsoft.AspNetCore.Authentication;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Passwords;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of a password that was asked for anew.</summary>
public enum ProofVerdict
{
    /// <summary>It is right: the session was replaced by one with a fresh proof.</summary>
    Given,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>It was wrong too often: the session is ended.</summary>
    SessionEnded,

    /// <summary>Too many passwords wait to be hashed: it was not looked at, and the try not counted.</summary>
    Busy,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Proves anew that it is the member. Tries are counted for this session alone: nobody else is slowed by them, and
/// who finds an open session has a handful of guesses before it ends.
/// </summary>
public sealed class GiveProof(
    CurrentMember current, SignInCounters counters, PasswordHasher passwords, MemberSessions sessions, AuditTrail trail,
    MembersDb db, SiteSettings settings, TimeProvider time)
{
    private SignInAttempts Rules => settings.SignIn.Attempts with { MostInARow = settings.SignIn.Attempts.Free };

    /// <summary>Compares the password, and begins a fresh session or counts a wrong try.</summary>
    public async Task<ProofVerdict> GiveAsync(HttpContext context, string typed)
    {
        var member = await current.RequireAsync();
        var idHash = member.NationalIdHash ?? throw new InvalidOperationException("A closed account has no sessions.");

        // The answer is used only if the try may count: so a full gate costs no try, and no try is free.
        if (await passwords.TryVerifyAsync(PasswordRule.Normalise(typed), member.PasswordHash) is not { } check) return ProofVerdict.Busy;
        var now = time.GetUtcNow();
        var counted = await counters.CountAsync(Rules, idHash, current.Network, current.SessionId, now);
        var isCounted = counted is { OpensAt: null, IsDisabled: false };
        if (!isCounted || !check.IsRight) return await RefuseAsync(context, !isCounted || counted.DisablesNow, now);
        var verdict = await ReplaceAsync(context, member, now);
        if (verdict == ProofVerdict.Given) await counters.ForgetAsync(Rules, idHash, current.Network, current.SessionId);
        return verdict;
    }

    private async Task<ProofVerdict> ReplaceAsync(HttpContext context, MemberRow member, DateTimeOffset now)
    {
        var proven = member.PasswordHash;
        if (await current.RequireSessionAsync() is { EndedAt: null } old)
        {
            var session = sessions.Replace(db, old, now);
            trail.Add(db, AuditAct.FreshProofGiven, member.Id, current.Network, now, session: session.Id);
            db.HoldFast(member);
            if (await db.SaveActAsync() == SaveVerdict.Saved)
            {
                await sessions.GiveCookieAsync(context, session.Id);
                return ProofVerdict.Given;
            }
        }

        // A second press of the button, whose first has done all this.
        if ((await current.ReloadAsync()).PasswordHash != proven
            || await sessions.FindReplacementAsync(db, current.SessionId) is not { } first) return ProofVerdict.ChangedMeanwhile;
        await sessions.GiveCookieAsync(context, first.Id);
        return ProofVerdict.Given;
    }

    private async Task<ProofVerdict> RefuseAsync(HttpContext context, bool ends, DateTimeOffset now)
    {
        trail.Add(db, AuditAct.FreshProofFailed, current.Id, current.Network, now, session: current.SessionId);
        if (ends && await current.RequireSessionAsync() is { EndedAt: null } session)
        {
            session.EndedAt = now;
            trail.Add(db, AuditAct.SessionEnded, current.Id, current.Network, now, session: session.Id);
        }

        await db.SaveActAsync();
        if (!ends) return ProofVerdict.Wrong;
        await context.SignOutAsync(MemberAuthentication.Scheme);
        return ProofVerdict.SessionEnded;
    }
}
