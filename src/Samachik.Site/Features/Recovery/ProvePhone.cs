using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>What became of a typed code in a recovery.</summary>
public enum ProveVerdict
{
    /// <summary>It was right: the recovery stands at its next step.</summary>
    Proven,

    /// <summary>The code is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>The account was changed since the recovery began.</summary>
    ChangedMeanwhile,
}

/// <summary>The verdict on a code, with what was wrong with it.</summary>
public sealed record ProveOutcome(ProveVerdict Verdict, CodeCheck Check);

/// <summary>The first proof: the code by SMS. A right one leads on as the route says, in one save.</summary>
public sealed class ProvePhone(
    CurrentRecovery current, CheckCode checkCode, BeginWait beginWait, SendRecoveryCode send, Counters counters,
    AuditTrail trail, TellMember tell, MembersDb db, TimeProvider time)
{
    private const int MostRounds = 3;

    /// <summary>Checks a code and does what a right one calls for.</summary>
    public async Task<ProveOutcome> ProveAsync(PhoneCode code)
    {
        var journey = await current.RequireAsync();
        var now = time.GetUtcNow();
        var subject = new TrySubject(SendRecoveryCode.IdOf(journey), AskerStanding.Recovering);
        var check = await checkCode.CheckAsync(journey, CodePurpose.Recovery, code, subject, now);
        if (check.Matched is { } matched && !await WentToMemberAsync(journey, matched))
            check = check with { Verdict = check.TriesLeft > 0 ? CodeVerdict.Wrong : CodeVerdict.TooManyTries, Matched = null };
        return new(
            check.Verdict switch
            {
                CodeVerdict.Right => await GoOnAsync(check.Matched?.Id ?? Guid.Empty, now),
                CodeVerdict.Wrong or CodeVerdict.Expired or CodeVerdict.TooManyTriesToday => ProveVerdict.NotRight,
                // A second press of the button finds its tries used up by the first.
                CodeVerdict.TooManyTries => await HasGoneOnAsync() ? ProveVerdict.Proven : ProveVerdict.NotRight,
            },
            check);
    }

    // The code of an ID number without an account, guessed, is worth nothing; nor one that went to a former phone.
    private async Task<bool> WentToMemberAsync(MemberJourneyRow journey, CodeChallengeRow matched) =>
        await current.AccountAsync(journey) is { } member && matched.AddressHash.AsSpan().SequenceEqual(CurrentRecovery.AddressOf(journey, member));

    private async Task<ProveVerdict> GoOnAsync(Guid spent, DateTimeOffset now)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (round > 0 && await HasGoneOnAsync()) return ProveVerdict.Proven;
            var journey = await current.FindAsync();
            if (journey is null || await current.AccountAsync(journey) is not { } member || !CurrentRecovery.IsStillOf(journey, member))
                return ProveVerdict.ChangedMeanwhile;
            Spend(journey, spent, now);
            trail.Add(db, AuditAct.RecoveryProven, member.Id, current.Network, now);
            if (await current.StepOfAsync(journey, member, now) is not { } step) return ProveVerdict.ChangedMeanwhile;
            if (step == RecoveryStep.Waiting) await beginWait.AddAsync(member, now);
            if (await SaveAsync(journey) != SaveVerdict.Saved) continue;
            tell.Wake();
            if (step == RecoveryStep.EmailCode) await send.ByEmailAsync(journey, member);
            return ProveVerdict.Proven;
        }

        return ProveVerdict.ChangedMeanwhile;
    }

    // What the SMS used up of the journey's limits is given back for the code by e-mail, if one follows.
    private static void Spend(MemberJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        foreach (var challenge in journey.Challenges)
            if (challenge.Id == spent) challenge.UsedAt = now;
            else challenge.WithdrawnAt ??= now;
        journey.PhoneProvenAt = now;
        (journey.LastActAt, journey.Language) = (now, Languages.Current);
        (journey.Sends, journey.LastSentAt, journey.RefusedBy, journey.RefusedUntil) = (0, null, null, null);
    }

    private async Task<SaveVerdict> SaveAsync(MemberJourneyRow journey)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var verdict = await db.SaveActAsync();
        if (verdict != SaveVerdict.Saved) return verdict;
        await counters.ForgiveTryAsync(SendRecoveryCode.IdOf(journey), AskerStanding.Recovering);
        await counters.RenewTriesAsync(journey);
        await transaction.CommitAsync();
        return verdict;
    }

    private async Task<bool> HasGoneOnAsync() =>
        await current.ReloadAsync() is not null && await current.StepAsync() is not (null or RecoveryStep.Code);
}
