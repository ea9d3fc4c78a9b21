using CsCheck;

namespace Samachik.Rules.Tests.People;

/// <summary>Texts as people, paste buffers and attackers give them.</summary>
internal static class TypedText
{
    private const string Telling =
        "0123456789๐๑๙ -+().,/\u00A0\u2009\u200B\u200E\u202E\u2011\u2212\u0660\uFF11\uD83D\uDE00\t\n\0aZจๅภถุึคต";

    private static readonly string[] separators = ["", "", "", " ", "-", "\u00A0", "\u2009", "\u202F", "\u2013", "\u2011", "\u2212", "- ", "  "];

    /// <summary>Any UTF-16 units at all, lone surrogates included, mixed with those that mean something here.</summary>
    public static Gen<string> Any { get; } =
        Gen.OneOf(Gen.Int[0, 0xFFFF].Select(unit => (char)unit), Gen.OneOf(Telling.ToCharArray()))
            .Array[0, 40].Select(units => new string(units));

    /// <summary>A spelling of the digits: each ASCII or Thai, followed by a separator or none.</summary>
    public static Gen<string> Spelling(string digits) =>
        Gen.Select(Gen.Bool.Array[digits.Length], Gen.OneOf(separators).Array[digits.Length])
            .Select((thai, after) => string.Concat(digits.Select((c, i) => (thai[i] ? Thai(c) : c) + after[i])));

    /// <summary>What the keys of these digits give with the Thai keyboard on.</summary>
    public static string OnThaiKeyboard(string digits) => string.Concat(digits.Select(c => c switch
    {
        '1' => 'ๅ',
        '2' => '/',
        '3' => '-',
        '4' => 'ภ',
        '5' => 'ถ',
        '6' => '\u0E38',
        '7' => '\u0E36',
        '8' => 'ค',
        '9' => 'ต',
        _ => 'จ',
    }));

    /// <summary>The digit as a Thai numeral.</summary>
    public static char Thai(char digit) => "๐๑๒๓๔๕๖๗๘๙"[digit - '0'];
}
