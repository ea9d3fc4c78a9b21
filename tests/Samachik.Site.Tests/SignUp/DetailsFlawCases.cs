using Samachik.Rules.Passwords;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Tests.SignUp;

/// <summary>One way to fill in the details wrongly, and what the page says to it.</summary>
/// <param name="Flaw">The verdict of the rule.</param>
/// <param name="Field">Where the message stands.</param>
/// <param name="Key">The message, in the texts of the sign-up.</param>
/// <param name="Typed">The fields typed otherwise than the person's own.</param>
/// <param name="Arguments">What is filled into the message.</param>
public sealed record DetailsFlawCase(
    Enum Flaw, string Field, string Key, (string Name, string? Value)[] Typed, object[] Arguments)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field} {Key}";
}

/// <summary>Every flaw of every field.</summary>
public static class DetailsFlawCases
{
    /// <summary>The person of all cases: every test types them into a journey of its own.</summary>
    public static Person Person { get; } = Person.New() with
    {
        NationalId = "1234567890121", Phone = "0812345678", BirthDay = "12", BirthMonth = "4", BirthYear = "2523",
    };

    /// <summary>The cases; PasswordFlaw under the office's own rule.</summary>
    public static IReadOnlyList<DetailsFlawCase> All { get; } =
        [.. NationalIds(), .. Phones(), .. Passwords(), .. Names(), .. BirthDates()];

    private static IEnumerable<DetailsFlawCase> NationalIds()
    {
        DetailsFlawCase Case(NationalIdFlaw flaw, string typed, string? key = null, params object[] arguments) =>
            new(flaw, "NationalId", key ?? $"NationalIdFlaw.{flaw}", [("NationalId", typed)], arguments);

        yield return Case(NationalIdFlaw.Missing, "");
        yield return Case(NationalIdFlaw.ThaiKeyboard, "ฟหกด");

        // The keys 1234567890121 with the Thai keyboard on.
        yield return Case(
            NationalIdFlaw.ThaiKeyboard, "ๅ/-ภถุึคตจๅ/ๅ", "NationalIdFlaw.ThaiKeyboardRead", "1-2345-67890-12-1");
        yield return Case(NationalIdFlaw.NotThirteenDigits, "123456789012");
        yield return Case(NationalIdFlaw.CompanyNumber, "0105536000000");
        yield return Case(NationalIdFlaw.FirstDigitNotUsed, "9234567890123");
        yield return Case(NationalIdFlaw.WrongCheckDigit, "1234567890122");
    }

    private static IEnumerable<DetailsFlawCase> Phones()
    {
        DetailsFlawCase Case(MobileNumberFlaw flaw, string typed, string? key = null, params object[] arguments) =>
            new(flaw, "Phone", key ?? $"MobileNumberFlaw.{flaw}", [("Phone", typed)], arguments);

        yield return Case(MobileNumberFlaw.Missing, " ");
        yield return Case(MobileNumberFlaw.ThaiKeyboard, "โทร");
        yield return Case(MobileNumberFlaw.ThaiKeyboard, "จคๅ/-ภถุึค", "MobileNumberFlaw.ThaiKeyboardRead", "081-234-5678");
        yield return Case(MobileNumberFlaw.NotANumber, "08123x5678");
        yield return Case(MobileNumberFlaw.Landline, "02-956-2400");
        yield return Case(MobileNumberFlaw.Foreign, "+1 202 555 0143");
        yield return Case(MobileNumberFlaw.Premium, "1900 123 456");
        yield return Case(MobileNumberFlaw.WrongLength, "081234567");
    }

    private static IEnumerable<DetailsFlawCase> Passwords()
    {
        DetailsFlawCase Case(PasswordFlaw flaw, string typed, string? key = null) =>
            new(flaw, "Password", key ?? $"PasswordFlaw.{flaw}", [("Password", typed), ("ConfirmPassword", typed)], []);

        yield return Case(PasswordFlaw.Missing, "");
        yield return Case(PasswordFlaw.TooShort, "kq7x2", "PasswordFlaw.Office.TooShort");
        yield return Case(PasswordFlaw.TooLong, new string('k', 63) + "q7", "PasswordFlaw.Office.TooLong");
        yield return Case(PasswordFlaw.ThaiLetters, "รหัสผ่าน9");
        yield return Case(PasswordFlaw.OtherCharacters, "kq7x 2m!", "PasswordFlaw.Office.OtherCharacters");
        yield return Case(PasswordFlaw.Common, "Password1");
        yield return Case(PasswordFlaw.OwnNationalId, "1234567890121");
        yield return Case(PasswordFlaw.OwnPhone, "66812345678");
        yield return Case(PasswordFlaw.OwnBirthDate, "12042523");
        yield return new(
            ConfirmPasswordFlaw.Missing, "ConfirmPassword", "ConfirmPasswordFlaw.Missing", [("ConfirmPassword", "")], []);
        yield return new(
            ConfirmPasswordFlaw.NotTheSame, "ConfirmPassword", "ConfirmPasswordFlaw.NotTheSame",
            [("ConfirmPassword", Person.Password.ToUpperInvariant())], []);
    }

    private static IEnumerable<DetailsFlawCase> Names()
    {
        (PersonNameFlaw Flaw, string Typed)[] wrong =
        [
            (PersonNameFlaw.Missing, ""),
            (PersonNameFlaw.TooLong, new string('ก', 101)),
            (PersonNameFlaw.OtherCharacters, "สมชาย2"),
            (PersonNameFlaw.MixedScripts, "สมchai"),
            (PersonNameFlaw.NoLetters, "-"),
            (PersonNameFlaw.TooManyMarks, "ก\u0E34\u0E48\u0E49\u0E4A"),
        ];
        foreach (var field in (string[])["FirstName", "LastName"])
            foreach (var (flaw, typed) in wrong)
                yield return new(flaw, field, $"{field}.{flaw}", [(field, typed)], []);
        yield return new(
            NoLastNameFlaw.LastNameGiven, "NoLastName", "NoLastNameFlaw.LastNameGiven", [("NoLastName", "true")], []);
    }

    private static IEnumerable<DetailsFlawCase> BirthDates()
    {
        DetailsFlawCase Case(BirthDateFlaw flaw, string field, string day, string month, string year, params object[] arguments) =>
            new(flaw, field, $"BirthDateFlaw.{flaw}", [("BirthDay", day), ("BirthMonth", month), ("BirthYear", year)], arguments);

        yield return Case(BirthDateFlaw.DayMissing, "BirthDay", "", "4", "2523");
        yield return Case(BirthDateFlaw.MonthMissing, "BirthMonth", "12", "", "2523");
        yield return Case(BirthDateFlaw.YearMissing, "BirthYear", "12", "4", "");
        yield return Case(BirthDateFlaw.DayNotANumber, "BirthDay", "first", "4", "2523");
        yield return Case(BirthDateFlaw.MonthNotANumber, "BirthMonth", "12", "13", "2523");
        yield return Case(BirthDateFlaw.YearNotFourDigits, "BirthYear", "12", "4", "23");
        yield return Case(BirthDateFlaw.ChristianYear, "BirthYear", "12", "4", "1980", "2523");

        // Until 1940 the year began in April: February 1935 lay in B.E. 2477.
        yield return Case(BirthDateFlaw.ChristianYear, "BirthYear", "12", "2", "1935", "2477");
        yield return Case(BirthDateFlaw.NoSuchDay, "BirthDay", "31", "4", "2523");
        yield return Case(BirthDateFlaw.NoSuchDay, "BirthDay", "29", "2", "2522");
        yield return Case(BirthDateFlaw.NotInNineMonthYear, "BirthMonth", "12", "3", "2483");
        yield return Case(BirthDateFlaw.InTheFuture, "BirthYear", "1", "1", "2570");
        yield return Case(BirthDateFlaw.TooYoung, "BirthYear", "2", "12", "2554", 15);
        yield return Case(BirthDateFlaw.TooOld, "BirthYear", "1", "5", "2438", 130);
    }
}
