namespace Samachik.Rules.PhoneCodes;

/// <summary>The limit that keeps a code from being sent now.</summary>
public enum SendAxis
{
    /// <summary>The last code of this journey is too recent.</summary>
    Cooldown,

    /// <summary>This journey has had all its codes.</summary>
    Journey,

    /// <summary>This phone has had enough codes within the hour.</summary>
    PhonePerHour,

    /// <summary>This phone has had enough codes within the day.</summary>
    PhonePerDay,

    /// <summary>This ID number has had enough codes within the day.</summary>
    NationalIdPerDay,

    /// <summary>This ID number has had enough codes on its way back within the hour, account or not.</summary>
    NationalIdPerHour,

    /// <summary>This network has asked for enough codes within the hour.</summary>
    NetworkPerHour,

    /// <summary>The office's budget of the hour is used up.</summary>
    BudgetPerHour,

    /// <summary>The office's budget of the day is used up.</summary>
    BudgetPerDay,

    /// <summary>Codes like it look like abuse: some work of the browser, or a wait, comes first.</summary>
    Work,

    /// <summary>Codes like it look like abuse, and are not sent for a while.</summary>
    Guard,

    /// <summary>Who has this number said that it gets codes not asked for.</summary>
    Stopped,
}

/// <summary>A sending that must wait, and until when; without a time, this journey gets no further code.</summary>
public sealed record SendRefusal(SendAxis Axis, DateTimeOffset? Until);

/// <summary>
/// In what standing somebody asks for a code. Each is counted apart, so that no stranger uses up what the owner needs.
/// </summary>
public enum AskerStanding
{
    /// <summary>Of a phone that is not proven yet.</summary>
    Unproven,

    /// <summary>Of the phone on file, or within a session.</summary>
    Proven,

    /// <summary>Of whatever phone is on file for an ID number that anybody may type.</summary>
    Recovering,

    /// <summary>Of an e-mail address: it costs nothing, so the office's budget is not touched.</summary>
    ByEmail,
}

/// <summary>One counter that a sending moves: at most <paramref name="Limit"/> within <paramref name="Window"/>.</summary>
public sealed record SendCounter(SendAxis Axis, int Limit, TimeSpan Window)
{
    /// <summary>Whether this very sending brings the office's budget to four fifths: time for an alarm, once.</summary>
    public bool IsAlarm(int count) => Axis is SendAxis.BudgetPerHour or SendAxis.BudgetPerDay
        && count * 5L >= Limit * 4L && (count - 1) * 5L < Limit * 4L;
}

/// <summary>How many codes may be sent, on every axis. A code costs money and annoys whom it reaches.</summary>
public sealed record SendLimits(
    TimeSpan ResendAfter,
    int PerJourney,
    int PerPhonePerHour,
    int PerPhonePerDay,
    int PerNationalIdPerDay,
    int PerNetworkPerHour,
    int BudgetPerHour,
    int BudgetPerDay)
{
    /// <summary>
    /// The counters a sending moves, cheapest and most particular first. A number that is proven is served even when
    /// the budget is spent, so that bombers cannot keep members out.
    /// </summary>
    public IEnumerable<SendCounter> CountersFor(AskerStanding standing)
    {
        if (standing == AskerStanding.Recovering) yield return new(SendAxis.NationalIdPerHour, PerPhonePerHour, TimeSpan.FromHours(1));
        else foreach (var counter in QuietCounters()) yield return counter;
        yield return new(SendAxis.NationalIdPerDay, PerNationalIdPerDay, TimeSpan.FromDays(1));
        yield return new(SendAxis.NetworkPerHour, PerNetworkPerHour, TimeSpan.FromHours(1));
        if (standing != AskerStanding.Unproven) yield break;
        yield return new(SendAxis.BudgetPerHour, BudgetPerHour, TimeSpan.FromHours(1));
        yield return new(SendAxis.BudgetPerDay, BudgetPerDay, TimeSpan.FromDays(1));
    }

    /// <summary>The counters of the phone alone. A recovery moves them too, without a word to who typed the ID number.</summary>
    public IEnumerable<SendCounter> QuietCounters() =>
    [
        new(SendAxis.PhonePerHour, PerPhonePerHour, TimeSpan.FromHours(1)),
        new(SendAxis.PhonePerDay, PerPhonePerDay, TimeSpan.FromDays(1)),
    ];

    /// <summary>What the journey's own history says of sending another code at <paramref name="now"/>.</summary>
    public SendRefusal? RefuseByJourney(int sends, DateTimeOffset? lastSentAt, DateTimeOffset now)
    {
        if (sends >= PerJourney) return new SendRefusal(SendAxis.Journey, null);
        return lastSentAt + ResendAfter > now ? new SendRefusal(SendAxis.Cooldown, lastSentAt + ResendAfter) : null;
    }
}
