using System.Buffers;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Passwords;

/// <summary>The rules for new passwords. A password that was once accepted is verified as it is, without them.</summary>
public static class PasswordRule
{
    /// <summary>The office's published rule.</summary>
    public const int OfficeMinimum = 6;

    /// <summary>NIST SP 800-63B-4, 3.1.1.2: at least 64 characters should be possible.</summary>
    public const int OfficeMaximum = 64;

    /// <summary>NIST SP 800-63B-4, 3.1.1.2: the minimum for a password that is used with a second factor only.</summary>
    public const int StandardMinimum = 8;

    /// <summary>Ours: room for the longest passphrase, and an end to what is hashed.</summary>
    public const int StandardMaximum = 128;

    /// <summary>
    /// No password as typed that any rule takes is longer: NFC makes at most four code points one, and none takes more
    /// than two UTF-16 units.
    /// </summary>
    public const int LongestRead = StandardMaximum * 4 * 2;

    // The one code point that, though well-formed, Normalize throws on.
    private const int Noncharacter = 0xFFFE;

    /// <summary>
    /// The first thing that is wrong with a new password, or null. Compared as a whole only: a password may contain
    /// a common word or a birth year (NIST SP 800-63B-4, 3.1.1.2).
    /// </summary>
    /// <param name="typed">The password as typed; nothing is trimmed.</param>
    /// <param name="kind">The rule of the site.</param>
    /// <param name="owner">What is known of the person.</param>
    public static PasswordFlaw? Check(string? typed, PasswordRuleKind kind, PasswordOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (string.IsNullOrWhiteSpace(typed)) return PasswordFlaw.Missing;
        if (typed.Length > LongestRead) return PasswordFlaw.TooLong;
        var flaw = kind switch
        {
            PasswordRuleKind.Office => OfficeFlaw(typed),
            PasswordRuleKind.Standard => StandardFlaw(typed),
        };
        if (flaw is not null) return flaw;
        var password = Normalise(typed);
        if (OwnNumbers.FlawOf(password, owner) is { } own) return own;
        return CommonPasswords.Contains(password) ? PasswordFlaw.Common : null;
    }

    /// <summary>What is wrong with the repetition of a new password, or null.</summary>
    public static ConfirmPasswordFlaw? CheckAgain(string? typed, string? again) =>
        string.IsNullOrEmpty(again) ? ConfirmPasswordFlaw.Missing
        : string.Equals(typed, again, StringComparison.Ordinal) ? null
        : ConfirmPasswordFlaw.NotTheSame;

    /// <summary>
    /// The form that is hashed: NFC (NIST SP 800-63B-4, 3.1.1.2), so that one password typed on two devices is one.
    /// What is no Unicode text comes back unchanged; <see cref="Check"/> refuses it.
    /// </summary>
    public static string Normalise(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return IsUnicodeText(typed) ? typed.Normalize() : typed;
    }

    private static PasswordFlaw? OfficeFlaw(string typed)
    {
        if (typed.Any(IsThai)) return PasswordFlaw.ThaiLetters;
        if (!typed.All(char.IsAsciiLetterOrDigit)) return PasswordFlaw.OtherCharacters;
        return LengthFlaw(typed.Length, OfficeMinimum, OfficeMaximum);
    }

    private static PasswordFlaw? StandardFlaw(string typed)
    {
        if (typed.Any(char.IsControl) || !IsUnicodeText(typed)) return PasswordFlaw.OtherCharacters;
        return LengthFlaw(Normalise(typed).EnumerateRunes().Count(), StandardMinimum, StandardMaximum);
    }

    private static PasswordFlaw? LengthFlaw(int length, int minimum, int maximum) =>
        length < minimum ? PasswordFlaw.TooShort
        : length > maximum ? PasswordFlaw.TooLong
        : null;

    // Thai numerals count too: on Shift, they come of the same keyboard.
    private static bool IsThai(char c) => ThaiKeyboard.HasThaiLetters(c.ToString()) || c is >= '๐' and <= '๙';

    private static bool IsUnicodeText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(text, out var rune, out var length);
            if (status != OperationStatus.Done || rune.Value == Noncharacter) return false;
            text = text[length..];
        }
        return true;
    }
}
