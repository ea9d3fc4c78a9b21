using Samachik.Rules.Figures;

namespace Samachik.Rules.Board.Moderation;

/// <summary>Periods of whole days in Thailand; the first day does not count (Civil and Commercial Code, section 193/3).</summary>
internal static class ThaiDays
{
    /// <summary>The first instant after a period of so many days.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset begins, int days) => new ThaiDay(ThaiDay.Of(begins).Date.AddDays(days)).Ends;
}
