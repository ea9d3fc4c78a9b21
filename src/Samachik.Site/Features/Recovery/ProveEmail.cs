using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>The second proof, where the route asks for it: the code by e-mail.</summary>
public sealed class ProveEmail(
    CurrentRecovery current, CheckCode checkCode, Counters counters, AuditTrail trail, MembersDb db, TimeProvider time)
{
    /// <summary>Checks a code; a right one opens the way to the new password.</summary>
    public async Task<ProveOutcome> ProveAsync(PhoneCode code)
    {
        var (journey, member) = (await current.RequireAsync(), await current.RequireMemberAsync());
        var now = time.GetUtcNow();
        var address = member.EmailHash ?? throw new InvalidOperationException("There is no e-mail address to prove.");
        var check = await checkCode.CheckAsync(journey, CodePurpose.RecoveryByEmail, code, new(address, AskerStanding.ByEmail), now);
        return new(
            check.Verdict switch
            {
                CodeVerdict.Right => await SpendAsync(journey, member, check.Matched, now),
                CodeVerdict.Wrong or CodeVerdict.Expired or CodeVerdict.TooManyTriesToday => ProveVerdict.NotRight,
                CodeVerdict.TooManyTries => await HasGoneOnAsync() ? ProveVerdict.Proven : ProveVerdict.NotRight,
            },
            check);
    }

    private async Task<ProveVerdict> SpendAsync(MemberJourneyRow journey, MemberRow member, CodeChallengeRow? spent, DateTimeOffset now)
    {
        if (spent is not null) spent.UsedAt = now;
        (journey.EmailProvenAt, journey.LastActAt, journey.Language) = (now, now, Languages.Current);
        trail.Add(db, AuditAct.RecoveryProven, member.Id, current.Network, now, detail: "e-mail");
        await using (var transaction = await db.Database.BeginTransactionAsync())
            if (await db.SaveActAsync() == SaveVerdict.Saved)
            {
                await counters.ForgiveTryAsync(member.EmailHash ?? [], AskerStanding.ByEmail);
                await transaction.CommitAsync();
                return ProveVerdict.Proven;
            }

        return await HasGoneOnAsync() ? ProveVerdict.Proven : ProveVerdict.ChangedMeanwhile;
    }

    private async Task<bool> HasGoneOnAsync() => await current.ReloadAsync() is not null
        && await current.StepAsync() is RecoveryStep.NewPassword or RecoveryStep.Done;
}
