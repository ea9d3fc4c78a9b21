using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Agreements;

/// <summary>The fields of a draft that hold words.</summary>
public enum AgreementField
{
    /// <summary>The version's number.</summary>
    Version,

    /// <summary>The title in Thai.</summary>
    ThaiTitle,

    /// <summary>The text in Thai.</summary>
    ThaiText,

    /// <summary>The title in English.</summary>
    EnglishTitle,

    /// <summary>The text in English.</summary>
    EnglishText,
}

/// <summary>Why one of them was refused.</summary>
public enum AgreementFlaw
{
    /// <summary>Nothing in it.</summary>
    Missing,

    /// <summary>Longer than may be.</summary>
    TooLong,

    /// <summary>A character that is no text, or that turns the direction of it.</summary>
    OtherCharacters,

    /// <summary>No number of a version, such as 1.1.</summary>
    NotAVersion,
}

/// <summary>A draft as it was typed.</summary>
public sealed record TypedAgreement(
    AgreementDocument Document, string? Version, string? Day, string? Month, string? Year, string? ThaiTitle, string? ThaiText,
    string? EnglishTitle, string? EnglishText);

/// <summary>All that is wrong with it.</summary>
/// <param name="Fields">By field, in the form's order.</param>
/// <param name="Day">Of the day it is to take effect.</param>
public sealed record AgreementFlaws(IReadOnlyList<(AgreementField Field, AgreementFlaw Flaw)> Fields, TypedDayFlaw? Day);

/// <summary>A version of a document in both languages, as staff write it.</summary>
public sealed record AgreementDraft(
    AgreementDocument Document, string Version, DateOnly Effective, string ThaiTitle, string ThaiText, string EnglishTitle, string EnglishText)
{
    /// <summary>The most characters of a title.</summary>
    public const int MaxTitle = 200;

    /// <summary>The most characters of a text: both in Thai still fit the largest form that the site takes.</summary>
    public const int MaxText = 10_000;

    private const int MostVersionDigits = 3;

    // Later is a slip of the year.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(2 * 366);

    /// <summary>SHA-256 over all of it, in lower-case hex: whoever approves says by it what they saw.</summary>
    public string Digest
    {
        get
        {
            string[] parts =
            [
                $"{Document}", Version, Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ThaiTitle,
                In(ReadingLanguage.Thai).Digest, EnglishTitle, In(ReadingLanguage.English).Digest,
            ];
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
        }
    }

    /// <summary>The version in one language, as members get to see it.</summary>
    public Agreement In(ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => new(Document, Version, Effective, language, ThaiTitle, ThaiText),
        ReadingLanguage.English => new(Document, Version, Effective, language, EnglishTitle, EnglishText),
    };

    /// <summary>Reads a draft that takes effect on the earliest day or later, or tells all that is wrong with it.</summary>
    public static bool TryParse(TypedAgreement typed, DateOnly earliest, [NotNullWhen(true)] out AgreementDraft? draft, out AgreementFlaws flaws)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var told = new List<(AgreementField, AgreementFlaw)>();
        var version = ThaiDigits.ToAscii(typed.Version ?? "").Trim();
        if (version.Length == 0) told.Add((AgreementField.Version, AgreementFlaw.Missing));
        else if (!IsVersion(version)) told.Add((AgreementField.Version, AgreementFlaw.NotAVersion));
        TypedDay.TryParse(typed.Day, typed.Month, typed.Year, earliest, earliest.AddDays(Furthest.Days), out var effective, out var day);
        var thaiTitle = Read(AgreementField.ThaiTitle, typed.ThaiTitle, MaxTitle, isTitle: true);
        var thaiText = Read(AgreementField.ThaiText, typed.ThaiText, MaxText, isTitle: false);
        var englishTitle = Read(AgreementField.EnglishTitle, typed.EnglishTitle, MaxTitle, isTitle: true);
        var englishText = Read(AgreementField.EnglishText, typed.EnglishText, MaxText, isTitle: false);
        flaws = new(told, day);
        draft = told.Count == 0 && day is null
            ? new(typed.Document, version, effective, thaiTitle, thaiText, englishTitle, englishText) : null;
        return draft is not null;

        string Read(AgreementField field, string? words, int most, bool isTitle)
        {
            var text = (words ?? "").ReplaceLineEndings("\n").Trim();
            if (text.Length == 0) told.Add((field, AgreementFlaw.Missing));
            else if (text.Length > most) told.Add((field, AgreementFlaw.TooLong));
            else if (!HelpNote.IsText(text) || isTitle && text.Contains('\n', StringComparison.Ordinal)) told.Add((field, AgreementFlaw.OtherCharacters));
            return text;
        }
    }

    private static bool IsVersion(string text) => text.Split('.') is [var major, var minor] && IsPart(major) && IsPart(minor);

    // 1.1 and 1.01 would be two versions to a machine and one to a reader.
    private static bool IsPart(string part) =>
        part.Length is > 0 and <= MostVersionDigits && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0');
}
