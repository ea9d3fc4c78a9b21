using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Rules.Recovery;

namespace Samachik.Site.Features.Officers;

/// <summary>Reads what staff give as a reason.</summary>
public static class ReadReason
{
    /// <summary>The reason; null when something was told at its field, in the words of <paramref name="texts"/>.</summary>
    public static ActReason? Reason(this IStringLocalizer texts, string? typed, string field, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(state);
        if (ActReason.TryParse(typed, out var reason, out var flaw)) return reason;
        state.AddModelError(field, texts[$"ActReasonFlaw.{flaw}", ActReason.MinLength, HelpNote.MaxLength]);
        return null;
    }
}
