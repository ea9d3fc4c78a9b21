using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Samachik.Rules.People;

/// <summary>Why a typed mobile number was refused.</summary>
public enum MobileNumberFlaw
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>There are Thai letters in it: most likely the Thai keyboard is on.</summary>
    ThaiKeyboard,

    /// <summary>It holds something that is no part of a telephone number, or is no number of the Thai plan.</summary>
    NotANumber,

    /// <summary>A fixed line (02 to 05, 07): it gets no SMS.</summary>
    Landline,

    /// <summary>A number of another country.</summary>
    Foreign,

    /// <summary>A premium, toll-free or short number (1900, 1800, 1506).</summary>
    Premium,

    /// <summary>It begins as a mobile number does, but has too few or too many digits.</summary>
    WrongLength,
}

/// <summary>
/// A Thai mobile number: 06, 08 or 09 and eight digits (NBTC numbering plan). The digits after that tell no operator,
/// since numbers are portable, so none are excluded.
/// </summary>
public sealed record ThaiMobileNumber
{
    private const int SignificantLength = 9;

    private readonly string significant;

    private ThaiMobileNumber(string significant) => this.significant = significant;

    /// <summary>The international form for gateways and storage: +66812345678.</summary>
    public string E164 => "+66" + significant;

    /// <summary>As dialled in Thailand: 0812345678.</summary>
    public string National => "0" + significant;

    /// <summary>As written in Thailand: 081-234-5678.</summary>
    public string Grouped => $"0{significant.AsSpan(0, 2)}-{significant.AsSpan(2, 3)}-{significant.AsSpan(5)}";

    /// <summary>With only the first two and last four digits: 08x-xxx-5678.</summary>
    public string Masked => $"0{significant[0]}x-xxx-{significant.AsSpan(5)}";

    /// <inheritdoc cref="Masked"/>
    public override string ToString() => Masked;

    /// <summary>
    /// Reads a number as people write it: with 0, +66, 0066 or 66 before it (and a 0 too many after the country code),
    /// ASCII or Thai digits, spaces, dashes, dots and brackets.
    /// </summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="number">The number, when true.</param>
    /// <param name="flaw">The first thing that is wrong, when false.</param>
    public static bool TryParse(
        string? typed,
        [NotNullWhen(true)] out ThaiMobileNumber? number,
        [NotNullWhen(false)] out MobileNumberFlaw? flaw)
    {
        number = null;
        flaw = null;
        if (string.IsNullOrWhiteSpace(typed)) flaw = MobileNumberFlaw.Missing;
        else if (ThaiKeyboard.HasThaiLetters(typed)) flaw = MobileNumberFlaw.ThaiKeyboard;
        else if (Dialled(typed) is not { } dialled) flaw = MobileNumberFlaw.NotANumber;
        else (number, flaw) = Read(dialled);
        return number is not null;
    }

    /// <summary>
    /// The grouped number that was meant by a text typed wholly with the Thai keyboard on, to be offered back;
    /// null when it was no such slip or the number would be refused.
    /// </summary>
    public static string? ReadThaiKeyboard(string? typed) =>
        typed is not null
        && ThaiKeyboard.TryReadDigits(typed, out var digits)
        && TryParse(digits, out var number, out _)
            ? number.Grouped
            : null;

    /// <summary>Digits alone, with a + before them if there was one; null when anything else is in the text.</summary>
    private static string? Dialled(string typed)
    {
        var dialled = new StringBuilder();
        foreach (var c in ThaiDigits.ToAscii(typed).AsSpan().Trim())
        {
            if (DigitSeparators.IsSpace(c) || DigitSeparators.IsDash(c) || c is '.' or '(' or ')') continue;
            if (!char.IsAsciiDigit(c) && !(c == '+' && dialled.Length == 0)) return null;
            dialled.Append(c);
        }
        return dialled.Length == 0 ? null : dialled.ToString();
    }

    private static (ThaiMobileNumber? Number, MobileNumberFlaw? Flaw) Read(ReadOnlySpan<char> dialled)
    {
        // Ahead of 00: within Thailand 001800 is the international toll-free prefix.
        if (dialled.StartsWith("001800")) return (null, MobileNumberFlaw.Premium);
        if (dialled[0] == '+') return ReadInternational(dialled[1..]);
        if (dialled.StartsWith("00")) return ReadInternational(dialled[2..]);
        // Shorter than ten digits, 66 is a mobile number 066 without its 0, not the country code.
        if (dialled.StartsWith("66") && dialled.Length > SignificantLength) return ReadInternational(dialled);
        if (dialled[0] == '0') return ReadSignificant(dialled[1..]);
        return (null, FlawWithoutZero(dialled));
    }

    private static (ThaiMobileNumber? Number, MobileNumberFlaw? Flaw) ReadInternational(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits[0] == '0') return (null, MobileNumberFlaw.NotANumber);
        if (!digits.StartsWith("66")) return (null, MobileNumberFlaw.Foreign);
        var national = digits[2..];
        return ReadSignificant(national.StartsWith("0") ? national[1..] : national);
    }

    /// <summary>Reads what comes after the 0 or the country code.</summary>
    private static (ThaiMobileNumber? Number, MobileNumberFlaw? Flaw) ReadSignificant(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty) return (null, MobileNumberFlaw.WrongLength);
        return digits[0] switch
        {
            '6' or '8' or '9' when digits.Length == SignificantLength => (new ThaiMobileNumber(digits.ToString()), null),
            '6' or '8' or '9' => (null, MobileNumberFlaw.WrongLength),
            // Eight digits today, nine by the plan of 2024.
            '2' or '3' or '4' or '5' or '7' when digits.Length <= SignificantLength => (null, MobileNumberFlaw.Landline),
            _ => (null, FlawWithoutZero(digits)),
        };
    }

    private static MobileNumberFlaw FlawWithoutZero(ReadOnlySpan<char> digits)
    {
        var isShort = digits[0] == '1' && digits.Length is 3 or 4;
        var isService = (digits.StartsWith("1900") || digits.StartsWith("1800")) && digits.Length <= 10;
        if (isShort || isService) return MobileNumberFlaw.Premium;
        return digits[0] is '6' or '8' or '9' ? MobileNumberFlaw.WrongLength : MobileNumberFlaw.NotANumber;
    }
}
