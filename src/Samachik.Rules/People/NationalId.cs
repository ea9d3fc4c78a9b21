using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Samachik.Rules.People;

/// <summary>Why a typed national ID number was refused.</summary>
public enum NationalIdFlaw
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>There are Thai letters in it: most likely the Thai keyboard is on.</summary>
    ThaiKeyboard,

    /// <summary>It is not thirteen digits, or holds something that is neither digit, space nor hyphen.</summary>
    NotThirteenDigits,

    /// <summary>It begins with 0, as registration numbers of companies do.</summary>
    CompanyNumber,

    /// <summary>It begins with 9, which is given to nobody.</summary>
    FirstDigitNotUsed,

    /// <summary>The last digit does not fit the others: one of them is mistyped.</summary>
    WrongCheckDigit,
}

/// <summary>
/// A Thai national ID number (เลขประจำตัวประชาชน). It names a person and proves nothing: such numbers are public.
/// </summary>
/// <remarks>
/// The check digit misses about one mistyped digit in ten, any in third place included (its weight is 11),
/// so the number is always shown back to the person.
/// </remarks>
public sealed record NationalId
{
    private const int Length = 13;

    private NationalId(string digits) => Digits = digits;

    /// <summary>The thirteen digits 0-9.</summary>
    public string Digits { get; }

    /// <summary>Grouped as on the card: 1-2345-67890-12-1.</summary>
    public string Grouped => Group(Digits);

    /// <summary>Grouped, with only the last three digits: x-xxxx-xxxxx-12-1.</summary>
    public string Masked => $"x-xxxx-xxxxx-{Digits.AsSpan(10, 2)}-{Digits[12]}";

    /// <inheritdoc cref="Masked"/>
    public override string ToString() => Masked;

    /// <summary>
    /// Reads a number as people write it: ASCII or Thai digits, spaces and dashes anywhere between them.
    /// Invisible characters, other scripts' digits and line breaks inside are refused.
    /// </summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="acceptLeadingZero">Whether a first digit 0 is allowed (a setting of the office).</param>
    /// <param name="id">The number, when true.</param>
    /// <param name="flaw">The first thing that is wrong, when false.</param>
    public static bool TryParse(
        string? typed,
        bool acceptLeadingZero,
        [NotNullWhen(true)] out NationalId? id,
        [NotNullWhen(false)] out NationalIdFlaw? flaw)
    {
        id = null;
        flaw = null;
        if (string.IsNullOrWhiteSpace(typed)) flaw = NationalIdFlaw.Missing;
        else if (ThaiKeyboard.HasThaiLetters(typed)) flaw = NationalIdFlaw.ThaiKeyboard;
        else if (ThirteenDigits(typed) is not { } digits) flaw = NationalIdFlaw.NotThirteenDigits;
        else if (FlawOf(digits, acceptLeadingZero) is { } found) flaw = found;
        else id = new NationalId(digits);
        return id is not null;
    }

    /// <summary>
    /// The grouped number that was meant by a text typed wholly with the Thai keyboard on, to be offered back;
    /// null when it was no such slip or the number would be refused.
    /// </summary>
    public static string? ReadThaiKeyboard(string? typed) =>
        typed is not null
        && ThaiKeyboard.TryReadDigits(typed, out var digits)
        && TryParse(digits, acceptLeadingZero: false, out var id, out _)
            ? id.Grouped
            : null;

    /// <summary>
    /// The thirteenth digit, by the register's published rule: the first twelve weighted 13 down to 2,
    /// (11 - sum mod 11) mod 10.
    /// </summary>
    /// <exception cref="ArgumentException">Not twelve digits 0-9.</exception>
    public static char CheckDigit(string twelveDigits)
    {
        ArgumentNullException.ThrowIfNull(twelveDigits);
        if (twelveDigits.Length != Length - 1 || twelveDigits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("Twelve digits 0-9 are needed.", nameof(twelveDigits));
        return CheckDigitOf(twelveDigits);
    }

    private static NationalIdFlaw? FlawOf(string digits, bool acceptLeadingZero) => digits[0] switch
    {
        '0' when !acceptLeadingZero => NationalIdFlaw.CompanyNumber,
        '9' => NationalIdFlaw.FirstDigitNotUsed,
        _ when CheckDigitOf(digits) != digits[12] => NationalIdFlaw.WrongCheckDigit,
        // 0000000000001 fits its check digit and is nobody's.
        _ when !digits.AsSpan(0, Length - 1).ContainsAnyExcept('0') => NationalIdFlaw.WrongCheckDigit,
        _ => null,
    };

    private static string? ThirteenDigits(string typed)
    {
        var digits = new StringBuilder(Length);
        foreach (var c in ThaiDigits.ToAscii(typed).AsSpan().Trim())
        {
            if (DigitSeparators.IsSpace(c) || DigitSeparators.IsDash(c)) continue;
            if (!char.IsAsciiDigit(c) || digits.Length == Length) return null;
            digits.Append(c);
        }
        return digits.Length == Length ? digits.ToString() : null;
    }

    private static char CheckDigitOf(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
            sum += (digits[i] - '0') * (Length - i);
        return (char)('0' + (11 - sum % 11) % 10);
    }

    private static string Group(ReadOnlySpan<char> digits) =>
        $"{digits[..1]}-{digits[1..5]}-{digits[5..10]}-{digits[10..12]}-{digits[12..]}";
}
