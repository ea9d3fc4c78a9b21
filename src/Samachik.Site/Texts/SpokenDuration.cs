using Samachik.Rules.Agreements;

namespace Samachik.Site.Texts;

/// <summary>How long something lasts, in words: seconds below a minute, minutes below two hours, hours below two days, else days.</summary>
public static class SpokenDuration
{
    /// <summary>For what has to be waited for: never less than it is.</summary>
    public static string RoundedUp(TimeSpan time, ReadingLanguage language) => Say(time, Math.Ceiling, language);

    /// <summary>For what can be relied on: never more than it is.</summary>
    public static string RoundedDown(TimeSpan time, ReadingLanguage language) => Say(time, Math.Floor, language);

    private static string Say(TimeSpan time, Func<double, double> whole, ReadingLanguage language)
    {
        Count Of(double units) => new(Math.Max(1, (int)whole(units)));
        return time < TimeSpan.FromMinutes(1) ? SpokenTexts.Of<SharedTexts>(language, "Duration.Seconds", Of(time.TotalSeconds))
            : time < TimeSpan.FromHours(2) ? SpokenTexts.Of<SharedTexts>(language, "Duration.Minutes", Of(time.TotalMinutes))
            : time < TimeSpan.FromDays(2) ? SpokenTexts.Of<SharedTexts>(language, "Duration.Hours", Of(time.TotalHours))
            : SpokenTexts.Of<SharedTexts>(language, "Duration.Days", Of(time.TotalDays));
    }
}
