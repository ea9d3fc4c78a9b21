using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Rules.Passwords;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>What became of a number, a password and a code.</summary>
public enum OfficerSignInVerdict
{
    /// <summary>They fit; the session has begun.</summary>
    SignedIn,

    /// <summary>They do not fit; which of them is not told.</summary>
    Wrong,

    /// <summary>Too many wrong tries: nothing typed is looked at for a while.</summary>
    Slowed,

    /// <summary>Too many wrong tries in a row: only a new invitation opens the account.</summary>
    Closed,

    /// <summary>Too many passwords wait to be looked at.</summary>
    Busy,
}

/// <summary>The verdict, and how long nothing typed is looked at.</summary>
public sealed record OfficerSignInOutcome(OfficerSignInVerdict Verdict, TimeSpan? Wait = null);

/// <summary>
/// Signs the staff in: number, password and the app's code at once. A number that nobody has takes the same way, and
/// a code counts once.
/// </summary>
public sealed class SignInOfficer(
    MembersDb db, FieldCipher cipher, LookupHash lookup, SignInCounters counters, PasswordHasher passwords, AuditTrail trail,
    StaffSessions sessions, SiteSettings settings, TimeProvider time)
{
    /// <summary>Counts the try, then compares.</summary>
    public async Task<OfficerSignInOutcome> SignInAsync(HttpContext context, OfficerNumber number, string password, string? code)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(number);
        using var place = passwords.TryEnter();
        if (place is null) return new(OfficerSignInVerdict.Busy);
        var (now, rules) = (time.GetUtcNow(), settings.SignIn.Attempts);
        var (whom, network) = (lookup.Counter("officer", System.Text.Encoding.ASCII.GetBytes(number.Digits)), lookup.Of(context.Connection.RemoteIpAddress));
        var officer = await db.Officers.SingleOrDefaultAsync(row => row.Number == number.Digits && row.EndedAt == null);
        var counted = await counters.CountAsync(rules, whom, network, null, now);
        if (counted.OpensAt is { } opens) return new(OfficerSignInVerdict.Slowed, opens - now);
        if (counted.IsDisabled) return new(OfficerSignInVerdict.Closed);
        if (await passwords.TryVerifyAsync(place, PasswordRule.Normalise(password), officer?.PasswordHash) is not { } check)
        {
            await counters.TakeBackAsync(whom, network, null);
            return new(OfficerSignInVerdict.Busy);
        }

        var step = officer is null ? null
            : AuthenticatorApp.StepOf(AuthenticatorApp.SecretOf(officer, cipher), code, officer.LastStep, now);
        if (!check.IsRight || officer is null || step is null) return await FailAsync(officer, network, now);
        officer.LastStep = step.Value;
        if (!await sessions.BeginAsync(context, officer, now)) return new(OfficerSignInVerdict.Wrong);
        await counters.ForgetAsync(rules, whom, network, null);
        return new(OfficerSignInVerdict.SignedIn);
    }

    private async Task<OfficerSignInOutcome> FailAsync(OfficerRow? officer, byte[] network, DateTimeOffset now)
    {
        trail.Add(db, AuditAct.OfficerSignInFailed, null, network, now, AuditActor.Stranger, officer: officer?.Id);
        await db.SaveActAsync();
        return new(OfficerSignInVerdict.Wrong);
    }
}
