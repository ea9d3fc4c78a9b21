using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>Reads what an officer writes about a request, and says what is wrong with it, or what became of the act.</summary>
public sealed class RequestMessages(IStringLocalizer<DataRequestTexts> texts)
{
    /// <summary>The words; null when something was told at their field.</summary>
    public ActReason? Read(string? typed, string field, ModelStateDictionary state) => texts.Reason(typed, field, state);

    /// <summary>Whether it is done; else why not is told above the forms.</summary>
    public bool IsDone(DataRequestVerdict verdict, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (verdict == DataRequestVerdict.Done) return true;
        state.AddModelError("Work", texts[$"DataRequestVerdict.{verdict}"]);
        return false;
    }
}
