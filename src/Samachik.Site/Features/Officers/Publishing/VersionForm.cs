using System.Globalization;
using Samachik.Rules.Agreements;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>The form of a draft, as typed.</summary>
public sealed record VersionForm
{
    /// <summary>The version's number.</summary>
    public string? Version { get; init; }

    /// <summary>The day it takes effect.</summary>
    public string? EffectiveDay { get; init; }

    /// <summary>The month of that day, 1 to 12.</summary>
    public string? EffectiveMonth { get; init; }

    /// <summary>The year of that day, Buddhist Era.</summary>
    public string? EffectiveYear { get; init; }

    /// <summary>The title in Thai.</summary>
    public string? ThaiTitle { get; init; }

    /// <summary>The text in Thai, Markdown.</summary>
    public string? ThaiText { get; init; }

    /// <summary>The title in English.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>The text in English, Markdown.</summary>
    public string? EnglishText { get; init; }

    /// <summary>The digest of the draft that the form was filled from; none for a new one.</summary>
    public string? Seen { get; init; }

    /// <summary>The form of a draft that is there.</summary>
    public static VersionForm Of(AgreementDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var day = draft.Effective;
        return new()
        {
            Version = draft.Version,
            EffectiveDay = Number(day.Day),
            EffectiveMonth = Number(day.Month),
            EffectiveYear = Number(day.Year + 543),
            ThaiTitle = draft.ThaiTitle,
            ThaiText = draft.ThaiText,
            EnglishTitle = draft.EnglishTitle,
            EnglishText = draft.EnglishText,
            Seen = draft.Digest,
        };
    }

    /// <summary>A form for a new version, that begins with the words in force.</summary>
    public static VersionForm After(AgreementDocument document, AgreementTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var thai = texts.Current(document, ReadingLanguage.Thai).Agreement;
        var english = texts.Current(document, ReadingLanguage.English).Agreement;
        return new() { ThaiTitle = thai.Title, ThaiText = thai.Text, EnglishTitle = english.Title, EnglishText = english.Text };
    }

    /// <summary>The form as the rule reads it.</summary>
    public TypedAgreement Typed(AgreementDocument document) =>
        new(document, Version, EffectiveDay, EffectiveMonth, EffectiveYear, ThaiTitle, ThaiText, EnglishTitle, EnglishText);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
