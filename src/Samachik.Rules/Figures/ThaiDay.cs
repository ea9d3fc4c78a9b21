using System.Globalization;

namespace Samachik.Rules.Figures;

/// <summary>A day in Thailand, from midnight to midnight, seven hours ahead of UTC. Its hours are hours of UTC too.</summary>
public readonly record struct ThaiDay(DateOnly Date)
{
    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    private const string Form = "yyyy-MM-dd";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(7);
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>Its first instant.</summary>
    public DateTimeOffset Begins => new DateTimeOffset(Date.ToDateTime(TimeOnly.MinValue), Ahead).ToUniversalTime();

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset Ends => Begins + TimeSpan.FromDays(1);

    /// <summary>The first instant after a period of so many days that this day begins, itself not counted (Civil and Commercial Code, section 193/3).</summary>
    public DateTimeOffset EndOf(int days) => new ThaiDay(Date.AddDays(days)).Ends;

    /// <summary>The same day of the week before.</summary>
    public ThaiDay WeekBefore => new(Date.AddDays(-7));

    /// <summary>The day before.</summary>
    public ThaiDay Before => new(Date.AddDays(-1));

    /// <summary>The day after.</summary>
    public ThaiDay After => new(Date.AddDays(1));

    /// <summary>As it stands in addresses: the Christian year, whatever the reader's language.</summary>
    public string Address => Date.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that it is in Thailand.</summary>
    public static ThaiDay Of(DateTimeOffset now) => new(DateOnly.FromDateTime(now.ToOffset(Ahead).DateTime));

    /// <summary>The hour that an instant is in.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc - TimeSpan.FromTicks(utc.Ticks % Hour.Ticks);
    }

    /// <summary>The beginning of one of its hours, 0 to 23.</summary>
    public DateTimeOffset Slot(int hour) => Begins + (hour * Hour);

    /// <summary>Reads a day from an address; one that is not over or under way yet is none.</summary>
    public static ThaiDay? Read(string? address, DateTimeOffset now) =>
        DateOnly.TryParseExact(address, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date >= Earliest && date <= Of(now).Date ? new(date) : null;
}
