using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.People;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Reads first and last name, and says all that is wrong with them at their fields, as the sign-up does.</summary>
public sealed class NameForm(IStringLocalizer<SignUpTexts> texts)
{
    /// <summary>The names; null when something was told. To have no last name is allowed.</summary>
    public (PersonName First, PersonName? Last)? Read(string? firstName, string? lastName, bool hasNoLastName, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!PersonName.TryParse(firstName, out var first, out var firstFlaw)) state.AddModelError("FirstName", texts[$"FirstName.{firstFlaw}"]);
        PersonName? last = null;
        if (!hasNoLastName && !PersonName.TryParse(lastName, out last, out var lastFlaw))
            state.AddModelError("LastName", texts[$"LastName.{lastFlaw}"]);
        if (hasNoLastName && !string.IsNullOrWhiteSpace(lastName)) state.AddModelError("NoLastName", texts["NoLastNameFlaw.LastNameGiven"]);
        return state.IsValid && first is not null ? (first, last) : null;
    }
}
