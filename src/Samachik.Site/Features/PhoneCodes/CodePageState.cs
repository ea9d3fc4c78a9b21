using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>What the code page tells, all derived from the journey's facts.</summary>
/// <param name="Address">The masked phone or e-mail address; empty where it is not to be told.</param>
/// <param name="Reference">Of the newest code; null when none is good.</param>
/// <param name="SecondsLeft">Of the newest code.</param>
/// <param name="Life">A code's whole life.</param>
/// <param name="ResendIn">Seconds until another code may be asked for; 0 when it may be now.</param>
/// <param name="Refusal">The limit in the way of another code, other than the short wait.</param>
/// <param name="RefusedFor">How long that limit holds; null when it holds for this sign-up.</param>
/// <param name="NeedsNewCode">All codes died of wrong tries.</param>
/// <param name="WasResent">More than one code was sent.</param>
/// <param name="IsLate">The first code's life has passed without success: time to call.</param>
/// <param name="Journey">The journey, which the forms' stamps are made for.</param>
/// <param name="WorkIn">Before the first code some work is due, or so many seconds of waiting; null: none.</param>
public sealed record CodePageState(
    string Address, string? Reference, int SecondsLeft, TimeSpan Life, int ResendIn, SendAxis? Refusal, TimeSpan? RefusedFor,
    bool NeedsNewCode, bool WasResent, bool IsLate, Guid? Journey, int? WorkIn)
{
    /// <summary>Where the SMS with the newest code is; null where that is not told.</summary>
    public DeliveryTold? Delivery { get; init; }

    /// <summary>How SMS go out now.</summary>
    public SendingWay Way { get; init; } = SendingWay.Usual;

    /// <summary>Before anything is loaded.</summary>
    public static CodePageState Empty { get; } = new("", null, 0, TimeSpan.Zero, 0, null, null, false, false, false, null, null);
}

/// <summary>Derives <see cref="CodePageState"/>.</summary>
public sealed class CodePageStates(ReadDelivery delivery, GatewayHealth gateways, SiteSettings settings, TimeProvider time)
{
    /// <summary>What the page of this request was last told to show.</summary>
    public CodePageState Shown { get; private set; } = CodePageState.Empty;

    /// <summary>
    /// The state of a code page that also tells where the SMS is. Never of a page that an ID number alone leads to: it
    /// would tell whether there is an account.
    /// </summary>
    public async Task<CodePageState> WithDeliveryAsync(CodeJourneyRow journey, string address) =>
        Shown = Of(journey, address) with { Delivery = Newest(journey.Challenges) is { } newest ? await delivery.OfAsync(newest.Id) : null };

    /// <summary>The state of a journey's code page now; of a journey with codes of several purposes, of one of them.</summary>
    public CodePageState Of(CodeJourneyRow journey, string address, CodePurpose? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var (now, rules) = (time.GetUtcNow(), settings.PhoneCodes);
        var sent = journey.Challenges.Where(row => purpose is null || row.Purpose == purpose).ToList();
        var newest = Newest(sent);
        var first = sent.FirstOrDefault();
        var refusal = Refusal(journey, now);
        var wait = journey.LastSentAt + rules.Sends.ResendAfter - now ?? TimeSpan.Zero;
        return new(
            address, newest?.Reference,
            newest is null ? 0 : Seconds(newest.ExpiresAt - now), rules.Life,
            refusal is null ? Math.Max(0, Seconds(wait)) : 0, refusal?.Axis, refusal?.Until - now,
            journey.WrongTries >= rules.WrongTriesPerJourney, journey.Sends > 1,
            first is not null && now >= first.SentAt + rules.Life, journey.Id,
            journey.RefusedBy == SendAxis.Work ? Math.Max(0, Seconds(journey.RefusedUntil - now ?? TimeSpan.Zero)) : null)
        {
            Way = new(gateways.PreferredIsDown, gateways.AnyIsUp),
        };
    }

    private CodeChallengeRow? Newest(IEnumerable<CodeChallengeRow> sent)
    {
        var now = time.GetUtcNow();
        return sent.LastOrDefault(row => row.Facts.IsLive(now));
    }

    private SendRefusal? Refusal(CodeJourneyRow journey, DateTimeOffset now)
    {
        if (journey.Sends >= settings.PhoneCodes.Sends.PerJourney) return new SendRefusal(SendAxis.Journey, null);
        return journey.RefusedBy is { } axis and not SendAxis.Cooldown and not SendAxis.Journey and not SendAxis.Work
            && journey.RefusedUntil > now
            ? new SendRefusal(axis, journey.RefusedUntil) : null;
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
