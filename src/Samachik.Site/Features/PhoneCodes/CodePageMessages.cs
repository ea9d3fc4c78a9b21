using Microsoft.Extensions.Localization;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Says what became of a code, or of a wish for one, in the reader's language.</summary>
public sealed class CodePageMessages(IStringLocalizer<PhoneCodeTexts> texts, SiteSettings settings, TimeProvider time)
{
    /// <summary>Why a typed code cannot be compared.</summary>
    public string Of(PhoneCodeFlaw flaw) => texts[$"PhoneCodeFlaw.{flaw}", settings.PhoneCodes.Digits];

    /// <summary>Why a code was not right.</summary>
    public string Of(CodeCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.Verdict switch
        {
            CodeVerdict.Wrong => texts["CodeVerdict.Wrong", check.TriesLeft],
            CodeVerdict.TooManyTriesToday => texts["CodeVerdict.TooManyTriesToday", Wait(check.Until - time.GetUtcNow())],
            CodeVerdict.Right or CodeVerdict.Expired or CodeVerdict.TooManyTries => texts[$"CodeVerdict.{check.Verdict}"],
        };
    }

    /// <summary>Which limit keeps another code from going out, and how long.</summary>
    public string Of(SendAxis axis, TimeSpan? wait) => texts[$"SendAxis.{axis}", Wait(wait)];

    // Whole minutes, or hours from two hours on; never less than told.
    private string Wait(TimeSpan? wait) => wait is not { } time ? ""
        : time < TimeSpan.FromHours(2) ? texts["Wait.Minutes", Math.Max(1, (int)Math.Ceiling(time.TotalMinutes))]
        : texts["Wait.Hours", (int)Math.Ceiling(time.TotalHours)];
}
