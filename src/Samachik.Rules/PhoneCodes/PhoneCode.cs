using System.Diagnostics.CodeAnalysis;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.PhoneCodes;

/// <summary>Why a typed code cannot even be compared.</summary>
public enum PhoneCodeFlaw
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>Not the number of digits that codes have.</summary>
    WrongShape,
}

/// <summary>A one-time code of digits, as sent by SMS. Prints itself masked.</summary>
public sealed record PhoneCode
{
    private PhoneCode(string digits) => Digits = digits;

    /// <summary>The ASCII digits. A secret: never log it.</summary>
    public string Digits { get; }

    /// <summary>Draws a new code; <paramref name="roll"/> gives an even random number below its argument.</summary>
    public static PhoneCode Draw(int length, Func<int, int> roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        var digits = new StringBuilder(length);
        for (var i = 0; i < length; i++) digits.Append((char)('0' + roll(10)));
        return new PhoneCode(digits.ToString());
    }

    /// <summary>Reads what a person typed: Thai digits, a Thai keyboard left on, spaces and hyphens are understood.</summary>
    public static bool TryParse(
        string? typed, int length, [NotNullWhen(true)] out PhoneCode? code, [NotNullWhen(false)] out PhoneCodeFlaw? flaw)
    {
        code = null;
        flaw = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            flaw = PhoneCodeFlaw.Missing;
            return false;
        }

        var text = ThaiKeyboard.TryReadDigits(typed, out var slipped) ? slipped : ThaiDigits.ToAscii(typed);
        var digits = new StringBuilder(length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c != '-' && !char.IsWhiteSpace(c)) flaw = PhoneCodeFlaw.WrongShape;
        }

        if (digits.Length != length) flaw = PhoneCodeFlaw.WrongShape;
        if (flaw is not null) return false;
        code = new PhoneCode(digits.ToString());
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => new('•', Digits.Length);
}
