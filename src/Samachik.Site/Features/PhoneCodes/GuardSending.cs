using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>
/// The guard before a code to an unproven number: asks whether the number is stopped, judges the code by what was sent
/// before, writes down every strike, and does what the office chose. A proven number is never stopped here, nor the one
/// on file for an ID number that somebody typed.
/// </summary>
public sealed class GuardSending(
    SendTallies tallies, StoppedNumbers stopped, GivenWork work, MembersDb db, SmsMetrics metrics, SiteSettings settings,
    ILogger<GuardSending> log)
{
    private static readonly TimeSpan DeniedFor = TimeSpan.FromMinutes(15);

    /// <summary>What stands in the way of a code; null: nothing. Strikes go into the caller's save.</summary>
    public async Task<SendRefusal?> RefuseAsync(
        CodeJourneyRow journey, CodeAddress to, SendSubject subject, DateTimeOffset? waitsUntil, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(subject);
        var guard = settings.PhoneCodes.Guard;
        if (subject.Standing != AskerStanding.Unproven || to is not CodeAddress.Phone phone) return null;
        if (await stopped.UntilAsync(subject.AddressHash, now) is { } until) return new(SendAxis.Stopped, until);
        if (ChosenBy(guard.Mode) is not { } chosen) return null;
        var (read, usual) = await tallies.ReadAsync(subject.Network, phone.Number, settings.PhoneCodes.Life, now);
        var strikes = guard.Rule.Judge(read, usual);
        if (strikes.Count == 0) return null;
        var action = SendGuard.ActionOn(strikes, chosen);
        foreach (var strike in strikes.DistinctBy(strike => strike.Rule))
            await RecordAsync(journey, strike, action, tallies.KeyOf(strike.Tally.Scope, subject.Network, phone.Number), now);
        return action switch
        {
            GuardAction.Record => null,
            GuardAction.Work when journey.Sends > 0 || waitsUntil <= now || work.IsDone => null,
            GuardAction.Work => new SendRefusal(SendAxis.Work, waitsUntil ?? now + guard.WorkWait),
            GuardAction.Deny => new SendRefusal(SendAxis.Guard, now + DeniedFor),
        };
    }

    private static GuardAction? ChosenBy(GuardMode mode) => mode switch
    {
        GuardMode.Off => null,
        GuardMode.Record => GuardAction.Record,
        GuardMode.Work => GuardAction.Work,
        GuardMode.Deny => GuardAction.Deny,
    };

    // Once a journey and rule: somebody who presses again and again is one case. A journey not saved yet has none.
    private async Task RecordAsync(CodeJourneyRow journey, GuardStrike strike, GuardAction action, byte[] key, DateTimeOffset now)
    {
        var (id, rule, began) = (journey.Id, strike.Rule, journey.StartedAt);
        if (await db.GuardDecisions.AnyAsync(row => row.At >= began && row.JourneyId == id && row.Rule == rule)) return;
        var tally = strike.Tally;
        db.GuardDecisions.Add(new GuardDecisionRow
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Scope = tally.Scope,
            Key = key,
            Rule = rule,
            Sent = tally.Sent,
            Verified = tally.Verified,
            Action = action,
            JourneyId = id,
        });
        metrics.GuardStruck(tally.Scope, rule, action);
        log.LogWarning(
            "The guard struck: {Rule} in {Scope}, {Sent} sent within the hour, {Verified} of them right: {Action}",
            rule, tally.Scope, tally.Sent, tally.Verified, action);
    }
}
