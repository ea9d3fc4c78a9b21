using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignIn;

/// <summary>What became of a typed code in a sign-in.</summary>
public enum SecondStepVerdict
{
    /// <summary>It was right, here or in the first of two presses of the button.</summary>
    Proven,

    /// <summary>It is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>Another request changed the sign-in or the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>The verdict on a code, with what was wrong with it.</summary>
public sealed record SecondStepOutcome(SecondStepVerdict Verdict, CodeCheck Check);

/// <summary>The second step: the right code proves the phone and, if nothing else stands in the way, begins the session.</summary>
public sealed class ConfirmSecondStep(
    CurrentSignIn current, AdvanceSignIn advance, CheckCode checkCode, Counters counters, MemberJourneys journeys,
    AuditTrail trail, TellMember tell, MembersDb db)
{
    /// <summary>Checks a code and does what a right one calls for.</summary>
    public async Task<SecondStepOutcome> ConfirmAsync(PhoneCode code, bool remember)
    {
        var under = await current.RequireAsync();
        var phone = under.Member.PhoneHash;
        var check = await checkCode.CheckAsync(under.Journey, CodePurpose.SignIn, code, new(phone, AskerStanding.Proven), under.Now);
        return new(
            check.Verdict switch
            {
                CodeVerdict.Right => await ProveAsync(check.Matched?.Id, phone, remember),
                CodeVerdict.Wrong or CodeVerdict.Expired or CodeVerdict.TooManyTriesToday => SecondStepVerdict.NotRight,
                // A second press of the button finds its tries or its code used up by the first.
                CodeVerdict.TooManyTries => await IsProvenAsync() ? SecondStepVerdict.Proven : await FailAsync(check.DiedNow),
            },
            check);
    }

    private async Task<SecondStepVerdict> ProveAsync(Guid? matched, byte[] phone, bool remember)
    {
        if (await advance.FromAsync(SignInStep.Code, under => Spend(under, matched, remember)))
        {
            await counters.ForgiveTryAsync(phone, AskerStanding.Proven);
            return SecondStepVerdict.Proven;
        }

        return await IsProvenAsync() ? SecondStepVerdict.Proven : SecondStepVerdict.ChangedMeanwhile;
    }

    private static bool Spend(SignInUnderWay under, Guid? matched, bool remember)
    {
        var sent = under.Journey.Challenges.SingleOrDefault(row => row.Id == matched && row.Facts.IsLive(under.Now));
        if (sent is null) return false;
        sent.UsedAt = under.Journey.PhoneProvenAt = under.Member.PhoneProvenAt = under.Now;
        under.Journey.RemembersBrowser = remember;
        return true;
    }

    // Somebody has the password and not the phone: the member hears of it.
    private async Task<SecondStepVerdict> FailAsync(bool diedNow)
    {
        if (!diedNow || await current.FindAsync() is not { } under) return SecondStepVerdict.NotRight;
        trail.Add(db, AuditAct.SecondStepFailed, under.Member.Id, journeys.Network, under.Now);
        tell.Add(under.Member, AuditAct.SecondStepFailed, under.Now);
        if (await db.SaveActAsync() == SaveVerdict.Saved) tell.Wake();
        return SecondStepVerdict.NotRight;
    }

    private async Task<bool> IsProvenAsync() => await current.ReloadAsync() is { Journey: MemberJourneyRow { PhoneProvenAt: not null } };
}
