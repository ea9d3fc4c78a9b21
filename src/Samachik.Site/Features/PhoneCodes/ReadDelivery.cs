using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>What is told of the SMS that carries a code.</summary>
/// <param name="State">Where it is.</param>
/// <param name="DeliveredAt">When the phone had it.</param>
/// <param name="IsNumbersFault">Of one that failed: this number cannot be reached; else it is we who cannot send.</param>
public sealed record DeliveryTold(CodeDelivery State, DateTimeOffset? DeliveredAt, bool IsNumbersFault);

/// <summary>Reads what became of the SMS that carry codes. Only where the person has shown more than an ID number.</summary>
public sealed class ReadDelivery(MembersDb db, SiteSettings settings, TimeProvider time)
{
    /// <summary>What is told of the SMS with a code; null when none carries it.</summary>
    public async Task<DeliveryTold?> OfAsync(Guid challenge) => await FindAsync(challenge) is { } sms ? Of(sms) : null;

    /// <summary>The same of several codes, by their challenges; those that no SMS carries are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, DeliveryTold>> OfAllAsync(IReadOnlyCollection<Guid> challenges)
    {
        var rows = await db.OutgoingMessages.AsNoTracking()
            .Where(row => row.ChallengeId != null && challenges.Contains(row.ChallengeId.Value)).ToListAsync();
        return rows.ToDictionary(row => row.ChallengeId ?? Guid.Empty, Of);
    }

    /// <summary>The gateway whose SMS with a journey's last code is not known to have arrived, so that the next goes another way.</summary>
    public async Task<string?> GatewayToAvoidAsync(CodeJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var last = journey.Sends > 0 ? journey.Challenges.MaxBy(row => row.SentAt) : null;
        return last is not null && await FindAsync(last.Id) is { } sms
            && sms.Delivery != SmsDelivery.Delivered ? sms.Gateway : null;
    }

    /// <summary>What is told of one SMS.</summary>
    public DeliveryTold Of(OutgoingMessageRow sms)
    {
        ArgumentNullException.ThrowIfNull(sms);
        return new(
            StateOf(sms), sms.DeliveryAt, sms.Delivery == SmsDelivery.Failed || sms.Refusal is SmsRefusal.Number or SmsRefusal.Barred);
    }

    private Task<OutgoingMessageRow?> FindAsync(Guid challenge) =>
        db.OutgoingMessages.AsNoTracking().SingleOrDefaultAsync(row => row.ChallengeId == challenge);

    private CodeDelivery StateOf(OutgoingMessageRow sms) => CodeDeliveries.Of(
        new(StandingOf(sms), WordOf(sms.Delivery), sms.CreatedAt), settings.PhoneCodes.DelayedAfter, time.GetUtcNow());

    // One for nobody looks like one that a gateway took and told nothing of since.
    private static SmsStanding StandingOf(OutgoingMessageRow sms) => sms.State switch
    {
        MessageState.Waiting or MessageState.Taken => sms.RetryAt is null ? SmsStanding.UnderWay : SmsStanding.HeldUp,
        MessageState.Accepted or MessageState.Withheld => SmsStanding.UnderWay,
        MessageState.Unknown or MessageState.TooLate => SmsStanding.HeldUp,
        MessageState.Refused => SmsStanding.Refused,
    };

    private static SmsWord WordOf(SmsDelivery? delivery) => delivery is not { } told ? SmsWord.None : told switch
    {
        SmsDelivery.Buffered => SmsWord.Buffered,
        SmsDelivery.Delivered => SmsWord.Delivered,
        SmsDelivery.Failed => SmsWord.Failed,
    };
}
