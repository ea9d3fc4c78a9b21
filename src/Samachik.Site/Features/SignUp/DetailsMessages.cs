using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.SignUp;

/// <summary>Says every flaw of the details in the reader's language, at its field.</summary>
public sealed class DetailsMessages(
    IStringLocalizer<SignUpTexts> texts, FieldMessages fields, SiteSettings settings, TimeProvider time)
{
    /// <summary>The form was used before: nothing was sent, the button has to be pressed once more.</summary>
    public string PressAgain => texts["DetailsVerdict.PressedBefore"];

    /// <summary>Adds the messages to the form's state.</summary>
    public void Tell(DetailsFlaws flaws, TypedDetails typed, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(flaws);
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(state);
        if (flaws.NationalId is { } id) Add(state, nameof(DetailsForm.NationalId), fields.Of(id, typed.NationalId));
        if (flaws.Phone is { } phone) Add(state, nameof(DetailsForm.Phone), fields.Of(phone, typed.Phone));
        if (flaws.Password is { } password) Add(state, nameof(DetailsForm.Password), fields.Of(password));
        if (flaws.ConfirmPassword is { } confirm) Add(state, nameof(DetailsForm.ConfirmPassword), fields.Of(confirm));
        if (flaws.FirstName is { } first) Add(state, nameof(DetailsForm.FirstName), texts[$"FirstName.{first}"]);
        if (flaws.LastName is { } last) Add(state, nameof(DetailsForm.LastName), texts[$"LastName.{last}"]);
        if (flaws.NoLastName is { } none) Add(state, nameof(DetailsForm.NoLastName), Of(none));
        foreach (var flaw in flaws.BirthDate) Add(state, FieldOf(flaw), Of(flaw, typed));
    }

    private string Of(NoLastNameFlaw flaw) => texts[$"NoLastNameFlaw.{flaw}"];

    private string Of(BirthDateFlaw flaw, TypedDetails typed) => flaw switch
    {
        BirthDateFlaw.ChristianYear => texts[
            "BirthDateFlaw.ChristianYear",
            (ThaiBirthDate.SuggestBuddhistYear(typed.BirthYear, typed.BirthMonth, BangkokTime.Today(time)) ?? 0)
                .ToString(CultureInfo.InvariantCulture)],
        BirthDateFlaw.TooYoung => texts["BirthDateFlaw.TooYoung", settings.SignUp.MinimumAge],
        BirthDateFlaw.TooOld => texts["BirthDateFlaw.TooOld", settings.SignUp.MaximumAge],
        BirthDateFlaw.DayMissing or BirthDateFlaw.MonthMissing or BirthDateFlaw.YearMissing
            or BirthDateFlaw.DayNotANumber or BirthDateFlaw.MonthNotANumber or BirthDateFlaw.YearNotFourDigits
            or BirthDateFlaw.NoSuchDay or BirthDateFlaw.NotInNineMonthYear or BirthDateFlaw.InTheFuture =>
            texts[$"BirthDateFlaw.{flaw}"],
    };

    private static string FieldOf(BirthDateFlaw flaw) => flaw switch
    {
        BirthDateFlaw.DayMissing or BirthDateFlaw.DayNotANumber or BirthDateFlaw.NoSuchDay => nameof(DetailsForm.BirthDay),
        BirthDateFlaw.MonthMissing or BirthDateFlaw.MonthNotANumber or BirthDateFlaw.NotInNineMonthYear =>
            nameof(DetailsForm.BirthMonth),
        BirthDateFlaw.YearMissing or BirthDateFlaw.YearNotFourDigits or BirthDateFlaw.ChristianYear
            or BirthDateFlaw.InTheFuture or BirthDateFlaw.TooYoung or BirthDateFlaw.TooOld => nameof(DetailsForm.BirthYear),
    };

    private static void Add(ModelStateDictionary state, string field, string message) => state.AddModelError(field, message);
}
