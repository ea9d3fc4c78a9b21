using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>What became of an ID number and a password.</summary>
public enum SignInVerdict
{
    /// <summary>They fit; where the sign-in stands now tells its journey.</summary>
    PasswordRight,

    /// <summary>They do not fit, whether or not the ID number has an account.</summary>
    Wrong,

    /// <summary>Too many wrong tries: nothing typed is looked at for a while.</summary>
    Slowed,

    /// <summary>Too many wrong tries in a row: the password opens nothing on this browser before a recovery.</summary>
    PasswordDisabled,

    /// <summary>Too many passwords wait to be looked at: this one was not.</summary>
    Busy,

    /// <summary>The account changed while the password was looked at.</summary>
    ChangedMeanwhile,

    /// <summary>They fit, but the form was used before: nothing was sent, and the person has to press once more.</summary>
    PressedBefore,
}

/// <summary>The verdict, and how long nothing typed is looked at.</summary>
public sealed record SignInOutcome(SignInVerdict Verdict, TimeSpan? Wait = null);

/// <summary>
/// The first step: the right password begins a sign-in. A known browser needs no more proof; any other is asked for a
/// code to the phone on file.
/// </summary>
public sealed class GiveCredentials(
    CheckPassword checkPassword, CurrentSignIn current, AdvanceSignIn advance, AskForCode ask, KnownBrowsers browsers,
    MemberJourneys journeys, PasswordHasher passwords, MembersDb db, TimeProvider time)
{
    private static readonly KeptQuery<Guid, MemberRow?> ById = new((db, id) => db.Members.SingleOrDefault(row => row.Id == id));

    /// <summary>Checks ID number and password, and begins the sign-in of who they belong to.</summary>
    public async Task<SignInOutcome> GiveAsync(NationalId id, string password, string? returnUrl)
    {
        var check = await checkPassword.CheckAsync(id, password);
        if (check.Account is not { } account) return new(check.Verdict, check.Wait);
        var remade = check.IsStale ? await passwords.TryHashAsync(password) : null;
        for (var attempt = 0; attempt < AdvanceSignIn.Attempts; attempt++)
        {
            if (attempt > 0) db.ChangeTracker.Clear();
            var member = await ById.AskAsync(db, account.Id);
            if (member is null || member.PasswordChangedAt != account.PasswordChangedAt) break;

            // If the browser is not known any more, the first save fails; then it is looked for anew.
            var known = attempt > 0 ? await browsers.FindAsync(member.Id) : check.Browser;
            if (known is null && await HasCodeAsync(member.Id)) return new(SignInVerdict.PasswordRight);
            if (remade is not null) member.PasswordHash = remade;
            if (await BeginAsync(member, known, returnUrl) is { } verdict) return new(verdict);
        }

        return new(SignInVerdict.ChangedMeanwhile);
    }

    // Null: another act on the account came first.
    private async Task<SignInVerdict?> BeginAsync(MemberRow member, KnownBrowserRow? known, string? returnUrl)
    {
        var now = time.GetUtcNow();
        var begun = await current.BeginAsync(member, returnUrl, sendsCode: known is null);
        if (known is not null) begun.Journey.PhoneProvenAt = known.LastUsedAt = now;
        var asked = known is null ? await ask.AskAsync(begun, now) : (SendVerdict?)null;
        if (asked == SendVerdict.PressedBefore) return await GoOnFromFirstPressAsync(member.Id);
        if (!(asked is null ? await advance.SaveAsync(begun) : asked != SendVerdict.ChangedMeanwhile)) return null;
        if (begun.Step != SignInStep.Done) journeys.GiveCookie(begun.Journey);
        return SignInVerdict.PasswordRight;
    }

    private async Task<SignInVerdict> GoOnFromFirstPressAsync(Guid member)
    {
        current.Forget();
        if (await journeys.OfFirstPressAsync(MemberJourneyKind.SignIn) is not { } journey || journey.MemberId != member)
            return SignInVerdict.PressedBefore;
        journeys.GiveCookie(journey);
        return SignInVerdict.PasswordRight;
    }

    // Who goes back and signs in again finds the code still good that is on its way already.
    private async Task<bool> HasCodeAsync(Guid member) =>
        await current.FindAsync() is { Step: SignInStep.Code } waiting && waiting.Member.Id == member
        && waiting.Journey.Challenges.Any(row => row.Facts.IsLive(time.GetUtcNow()));
}
