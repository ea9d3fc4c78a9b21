using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
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
public sealed record CodePageState(
    string Address, string? Reference, int SecondsLeft, TimeSpan Life, int ResendIn, SendAxis? Refusal, TimeSpan? RefusedFor,
    bool NeedsNewCode, bool WasResent, bool IsLate)
{
    /// <summary>Before anything is loaded.</summary>
    public static CodePageState Empty { get; } = new("", null, 0, TimeSpan.Zero, 0, null, null, false, false, false);
}

/// <summary>Derives <see cref="CodePageState"/>.</summary>
public sealed class CodePageStates(SiteSettings settings, TimeProvider time)
{
    /// <summary>The state of a journey's code page now; of a journey with codes of several purposes, of one of them.</summary>
    public CodePageState Of(CodeJourneyRow journey, string address, CodePurpose? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var (now, rules) = (time.GetUtcNow(), settings.PhoneCodes);
        var sent = journey.Challenges.Where(row => purpose is null || row.Purpose == purpose).ToList();
        var newest = sent.LastOrDefault(row => row.Facts.IsLive(now));
        var first = sent.FirstOrDefault();
        var refusal = Refusal(journey, now);
        var wait = journey.LastSentAt + rules.Sends.ResendAfter - now ?? TimeSpan.Zero;
        return new(
            address, newest?.Reference,
            newest is null ? 0 : Seconds(newest.ExpiresAt - now), rules.Life,
            refusal is null ? Math.Max(0, Seconds(wait)) : 0, refusal?.Axis, refusal?.Until - now,
            journey.WrongTries >= rules.WrongTriesPerJourney, journey.Sends > 1,
            first is not null && now >= first.SentAt + rules.Life);
    }

    private SendRefusal? Refusal(CodeJourneyRow journey, DateTimeOffset now)
    {
        if (journey.Sends >= settings.PhoneCodes.Sends.PerJourney) return new SendRefusal(SendAxis.Journey, null);
        return journey.RefusedBy is { } axis and not SendAxis.Cooldown and not SendAxis.Journey && journey.RefusedUntil > now
            ? new SendRefusal(axis, journey.RefusedUntil) : null;
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
