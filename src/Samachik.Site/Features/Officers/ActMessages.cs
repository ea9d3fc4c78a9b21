using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers;

/// <summary>Reads the reason of an act and says what is wrong with it, and what became of the act, on each page alike.</summary>
public sealed class ActMessages(IStringLocalizer<OfficerTexts> texts)
{
    /// <summary>The reason; null when something was told at its field.</summary>
    public ActReason? Read(string? typed, string field, ModelStateDictionary state) => texts.Reason(typed, field, state);

    /// <summary>Whether the act is done; else why not is told at a field.</summary>
    public bool IsDone(HelpVerdict verdict, string field, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (verdict is HelpVerdict.Done or HelpVerdict.Told) return verdict == HelpVerdict.Done;
        state.AddModelError(field, texts[$"HelpVerdict.{verdict}"]);
        return false;
    }
}
