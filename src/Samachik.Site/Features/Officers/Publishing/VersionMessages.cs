using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Agreements;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>Reads the form of a draft and tells at its fields what is wrong, on each page alike.</summary>
public sealed class VersionMessages(IStringLocalizer<PublishingTexts> texts, TimeProvider time)
{
    /// <summary>The draft; null when something was told.</summary>
    public AgreementDraft? Read(VersionForm form, AgreementDocument document, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var earliest = AgreementFacts.EarliestDay(time.GetUtcNow());
        if (AgreementDraft.TryParse(form.Typed(document), earliest, out var draft, out var flaws)) return draft;
        foreach (var (field, flaw) in flaws.Fields) state.AddModelError($"{field}", texts[$"AgreementFlaw.{flaw}", Name(field), Most(field)]);
        if (flaws.Day is { } day) state.AddModelError(nameof(form.EffectiveDay), texts[$"TypedDayFlaw.{day}", BangkokTime.Day(earliest, Languages.Current)]);
        return null;
    }

    /// <summary>Whether it is done; else why not is told at a field, or at that field of the form which it is about.</summary>
    public bool IsDone(AgreementVerdict verdict, ModelStateDictionary state, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (verdict == AgreementVerdict.Done) return true;
        var about = verdict is AgreementVerdict.DayTaken or AgreementVerdict.TooSoon ? nameof(VersionForm.EffectiveDay) : nameof(VersionForm.Version);
        state.AddModelError(field ?? about, texts[$"AgreementVerdict.{verdict}"]);
        return false;
    }

    /// <summary>Why a version is dropped; null when something was told at its field.</summary>
    public string? ReadWhy(string? typed, string field, ModelStateDictionary state) => texts.Reason(typed, field, state)?.Text;

    private string Name(AgreementField field) => texts[$"AgreementField.{field}"];

    private static int Most(AgreementField field) => field switch
    {
        AgreementField.ThaiText or AgreementField.EnglishText => AgreementDraft.MaxText,
        AgreementField.Version or AgreementField.ThaiTitle or AgreementField.EnglishTitle => AgreementDraft.MaxTitle,
    };
}
