using System.Globalization;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Passwords;

/// <summary>Recognises a password that is nothing but a number of the person's own, in any usual spelling.</summary>
internal static class OwnNumbers
{
    private const int BuddhistYears = 543;

    private static readonly string[] PhonePrefixes = ["", "0", "66", "660", "0066"];

    public static PasswordFlaw? FlawOf(string password, PasswordOwner owner)
    {
        if (DigitsOf(password) is not { } digits) return null;
        if (digits == owner.NationalId?.Digits) return PasswordFlaw.OwnNationalId;
        if (owner.Phone is { } phone && SpellingsOf(phone).Contains(digits)) return PasswordFlaw.OwnPhone;
        if (owner.BirthDate is { } born && SpellingsOf(born).Contains(digits)) return PasswordFlaw.OwnBirthDate;
        return null;
    }

    /// <summary>The digits without what people group them with; null when there is anything else.</summary>
    private static string? DigitsOf(string password)
    {
        var digits = new StringBuilder(password.Length);
        foreach (var c in ThaiDigits.ToAscii(password))
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (!IsSeparator(c)) return null;
        }
        return digits.ToString();
    }

    private static bool IsSeparator(char c) =>
        DigitSeparators.IsSpace(c) || DigitSeparators.IsDash(c) || c is '/' or '.' or ',' or '_' or '(' or ')' or '+';

    private static IEnumerable<string> SpellingsOf(ThaiMobileNumber phone)
    {
        var significant = phone.National[1..];
        return PhonePrefixes.Select(prefix => prefix + significant);
    }

    private static IEnumerable<string> SpellingsOf(ThaiBirthDate born) =>
        from day in SpellingsOf(born.Day)
        from month in SpellingsOf(born.Month)
        from year in YearsOf(born)
        from spelling in new[] { day + month + year, month + day + year, year + month + day }
        select spelling;

    // A part that is not on the card is left out, or written 00.
    private static string[] SpellingsOf(int? part) => part is { } known ? [Number(known, "D1"), Number(known, "D2")] : ["", "00"];

    /// <summary>
    /// In either era, with four digits or two. January to March of the years before B.E. 2484 lie in the next
    /// Christian year; people subtract 543 all the same, so both are taken.
    /// </summary>
    private static IEnumerable<string> YearsOf(ThaiBirthDate born) =>
        from year in new[] { born.Year, born.Year - BuddhistYears, born.Year - BuddhistYears + (IsEarlyNewYear(born) ? 1 : 0) }
        from spelling in new[] { Number(year, "D4"), Number(year % 100, "D2") }
        select spelling;

    private static bool IsEarlyNewYear(ThaiBirthDate born) =>
        born.Gregorian is { } day ? day.Year != born.Year - BuddhistYears : born is { Year: < 2483, Month: null or <= 3 };

    private static string Number(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
