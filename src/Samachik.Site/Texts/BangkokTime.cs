using System.Globalization;
using Samachik.Rules.Agreements;

namespace Samachik.Site.Texts;

/// <summary>Days and dates as people in Thailand read them. Thailand is seven hours ahead of UTC and has no summer time.</summary>
public static class BangkokTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    private static readonly string[] ThaiMonths =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    /// <summary>Today in Thailand.</summary>
    public static DateOnly Today(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
    }

    /// <summary>The month's name.</summary>
    public static string Month(int month, ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => ThaiMonths[month - 1],
        ReadingLanguage.English => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month),
    };

    /// <summary>A day in words: in Thai with the Buddhist Era, in English with the Christian year.</summary>
    public static string Day(DateOnly day, ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => string.Create(
            CultureInfo.InvariantCulture, $"{day.Day} {ThaiMonths[day.Month - 1]} พ.ศ. {day.Year + 543}"),
        ReadingLanguage.English => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>A moment in words: the day and the time of day, as <see cref="Day"/>.</summary>
    public static string Instant(DateTimeOffset at, ReadingLanguage language)
    {
        var local = at.ToOffset(Offset).DateTime;
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return language switch
        {
            ReadingLanguage.Thai => $"{Day(DateOnly.FromDateTime(local), language)} เวลา {clock} น.",
            ReadingLanguage.English => $"{Day(DateOnly.FromDateTime(local), language)} at {clock}",
        };
    }

    /// <summary>The time of day in Thailand, such as 14:05.</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
