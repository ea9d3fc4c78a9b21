using Samachik.Rules.Figures;

namespace Samachik.Rules.DataRequests;

/// <summary>
/// By when a request is to be answered: within thirty days of its receipt (PDPA, B.E. 2562, section 30, and the office's
/// own word for all kinds), in days of Thailand. The day of receipt does not count (Civil and Commercial Code, section 193/3).
/// </summary>
/// <param name="ReceivedOn">The day on which it reached the office, however late it was taken down.</param>
public readonly record struct DataRequestClock(DateOnly ReceivedOn)
{
    /// <summary>The days that the office has.</summary>
    public const int Days = 30;

    /// <summary>The last day that is in time.</summary>
    public DateOnly DueOn => ReceivedOn.AddDays(Days);

    /// <summary>The first instant at which an answer is late.</summary>
    public DateTimeOffset DueAt => new ThaiDay(ReceivedOn).EndOf(Days);

    /// <summary>How many days are left, today not among them: 0 on the last one, negative when it is late.</summary>
    public int DaysLeft(DateTimeOffset now) => DueOn.DayNumber - ThaiDay.Of(now).Date.DayNumber;

    /// <summary>Whether an answer now is late.</summary>
    public bool IsLate(DateTimeOffset now) => now >= DueAt;
}
