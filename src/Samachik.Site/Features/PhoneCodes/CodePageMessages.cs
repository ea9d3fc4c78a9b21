using Microsoft.Extensions.Localization;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Says what became of a code, or of a wish for one, in the reader's language.</summary>
public sealed class CodePageMessages(IStringLocalizer<PhoneCodeTexts> texts, SiteSettings settings, TimeProvider time)
{
    /// <summary>The form was used before: nothing was sent, the button has to be pressed once more.</summary>
    public string PressAgain => texts["SendVerdict.PressedBefore"];

    /// <summary>Why a typed code cannot be compared.</summary>
    public string Of(PhoneCodeFlaw flaw) => texts[$"PhoneCodeFlaw.{flaw}", settings.PhoneCodes.Digits];

    /// <summary>The same of a code that came by e-mail.</summary>
    public string OfMailed(PhoneCodeFlaw flaw) => flaw switch
    {
        PhoneCodeFlaw.Missing => texts["Mailed.Missing"],
        PhoneCodeFlaw.WrongShape => Of(flaw),
    };

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
    public string Of(SendAxis axis, TimeSpan? wait) => texts[$"SendAxis.{axis}", Wait(wait), settings.Office.Hotline];

    /// <summary>The same of a code by e-mail: what is limited is the address, not a number.</summary>
    public string OfMailed(SendAxis axis, TimeSpan? wait) => axis switch
    {
        SendAxis.PhonePerHour => texts["Mailed.PerHour", Wait(wait)],
        SendAxis.PhonePerDay => texts["Mailed.PerDay", Wait(wait)],
        SendAxis.Cooldown or SendAxis.Journey or SendAxis.NationalIdPerHour or SendAxis.NationalIdPerDay or SendAxis.NetworkPerHour
            or SendAxis.BudgetPerHour or SendAxis.BudgetPerDay or SendAxis.Work or SendAxis.Guard or SendAxis.Stopped => Of(axis, wait),
    };

    private static string Wait(TimeSpan? wait) => wait is { } time ? SpokenDuration.RoundedUp(time, Languages.Current) : "";
}
