using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Features.Shared;
using Samachik.Site.Storage;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>Reads the card and the phone that an officer typed for a person, and says at each field what is wrong.</summary>
public sealed class ReadCard(MemberData data, FieldMessages fields, IStringLocalizer<ApprovalTexts> texts, TimeProvider time)
{
    /// <summary>The card against the account's ID number; null when something was told at its fields, or there is no account.</summary>
    public CardEvidence? Card(CardForm form, PersonInHand person, bool comparesData, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(state);
        if (person.Member is not { } member) return null;
        if (CardEvidence.TryParse(form.Typed(comparesData), data.NationalIdOf(member), BangkokTime.Today(time), out var card, out var flaws)) return card;
        foreach (var flaw in flaws) state.AddModelError(FieldOf(flaw), texts[$"CardEvidenceFlaw.{flaw}"]);
        return null;
    }

    /// <summary>A phone; null when something was told at its field.</summary>
    public ThaiMobileNumber? Phone(string? typed, string field, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (ThaiMobileNumber.TryParse(typed, out var phone, out var flaw)) return phone;
        state.AddModelError(field, fields.Of(flaw.Value, typed));
        return null;
    }

    private static string FieldOf(CardEvidenceFlaw flaw) => flaw switch
    {
        CardEvidenceFlaw.LastDigitsNotFour or CardEvidenceFlaw.OtherNumber => nameof(CardForm.LastDigits),
        CardEvidenceFlaw.ExpiryNotADay or CardEvidenceFlaw.Expired or CardEvidenceFlaw.ExpiryTooFar => nameof(CardForm.ExpiryDay),
        CardEvidenceFlaw.FaceNotCompared => nameof(CardForm.FaceCompared),
        CardEvidenceFlaw.DataNotCompared => nameof(CardForm.DataCompared),
    };
}
