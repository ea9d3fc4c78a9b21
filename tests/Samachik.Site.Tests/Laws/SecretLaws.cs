using System.Reflection;
using System.Runtime.CompilerServices;
using Samachik.Rules.Passwords;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Rules.Register;
using Samachik.Rules.SignUp;
using Samachik.Site.Commands;
using Samachik.Site.Features.SignUp;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Sms.Outbox;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Laws;

/// <summary>A secret or a person's data does not print itself: a log line of it tells nothing.</summary>
public sealed class SecretLaws
{
    private const string Id = "1101700000133";
    private const string Phone = "0812345678";
    private const string Password = "Zq7Wm4Xv9";
    private const string First = "สมมติ";
    private const string Last = "ตัวอย่างทดสอบ";
    private const string Code = "483920";
    private const string Connection = "Host=db;Username=u;Pass" + "word=Zq7Wm4Xv9";

    /// <summary>Everything that may not be read in what a specimen prints.</summary>
    private static readonly string[] Secret =
        [Id, "1-1017-00000-13-3", "110170000", Phone, "812345678", "081-234-5678", "1234", Password, First, Last, Code, "2510", "1967", "02-04"];

    /// <summary>Words that, as a property's name, say that a record holds what may not print.</summary>
    private static readonly string[] Telling =
    [
        "NationalId", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "BirthDate", "BirthDay", "BirthMonth", "BirthYear",
        "Code", "Digits", "E164", "National", "Text", "MatchKey", "Connection", "To", "Token", "Secret", "Key", "Typed", "Name",
    ];

    /// <summary>Records with such a property that holds nothing to hide, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Agreement"] = "a public text",
        ["ComparedLine"] = "a line of a public text",
        ["MarkdownText"] = "a public text",
        ["SealedTable"] = "its name is a table's",
        ["CodePageState"] = "its phone is masked already",
    };

    public static TheoryData<string> SpecimenNames => [.. Specimens().Select(specimen => specimen.GetType().Name)];

    [Theory]
    [MemberData(nameof(SpecimenNames))]
    public void A_type_with_personal_data_or_a_secret_prints_neither(string type)
    {
        var specimen = Specimens().Single(specimen => specimen.GetType().Name == type);
        foreach (var printed in (string?[])[specimen.ToString(), $"{specimen}", new[] { specimen }.ToString(), $"{new { specimen }}"])
            Law.Holds(Secret.Where(secret => printed?.Contains(secret, StringComparison.Ordinal) == true)
                .Select(secret => $"{type} prints {secret}: {printed}"));
    }

    // Equality and printing of records run over every member, also those that are added later.
    [Fact]
    public void A_record_whose_properties_tell_of_a_person_prints_by_its_own_word() => Law.Holds(
        from type in typeof(NationalId).Assembly.GetTypes().Concat(typeof(SiteSettings).Assembly.GetTypes())
        where IsRecord(type) && !Open.ContainsKey(type.Name)
        let telling = type.GetProperties().FirstOrDefault(property => Telling.Contains(property.Name) && HoldsText(property.PropertyType))
        where telling is not null && PrintsItsMembers(type)
        select $"{type.FullName} has {telling.Name} and prints all its members");

    [Fact]
    public void Every_record_that_holds_another_with_secrets_is_looked_at()
    {
        Assert.True(IsRecord(typeof(SiteSettings)));
        Assert.True(PrintsItsMembers(typeof(SiteSettings)));
        Assert.False(PrintsItsMembers(typeof(NationalId)));
        Assert.False(PrintsItsMembers(typeof(GivenDetails)));
    }

    [Fact]
    public void Settings_with_a_password_in_the_connection_string_do_not_print_it()
    {
        var settings = new StorageSettings(StorageKind.Postgres, Connection, "keys", null);
        Assert.DoesNotContain(Password, $"{settings}", StringComparison.Ordinal);
    }

    private static List<object> Specimens()
    {
        Assert.True(NationalId.TryParse(Id, acceptLeadingZero: false, out var id, out _));
        Assert.True(ThaiMobileNumber.TryParse(Phone, out var phone, out _));
        Assert.True(PersonName.TryParse(First, out var first, out _));
        Assert.True(PhoneCode.TryParse(Code, Code.Length, out var code, out _));
        var limits = new BirthDateLimits(new DateOnly(2026, 12, 1), 15, 130);
        Assert.True(ThaiBirthDate.TryParse("2", "4", "2510", limits, out var birthDate, out _));
        var form = new DetailsForm
        {
            NationalId = Id, Phone = Phone, Password = Password, ConfirmPassword = Password,
            FirstName = First, LastName = Last, BirthDay = "2", BirthMonth = "4", BirthYear = "2510",
        };
        Assert.True(SignUpDetails.TryParse(form.Typed(), new(false, PasswordRuleKind.Office, limits), out var details, out _));
        Assert.True(HelpDetails.TryParse(Id, Phone, $"{First} {Last} {Code}", acceptLeadingZero: false, out var help, out _));
        var columns = new InsuredPersonColumns(Id, First, Last, "2510-04-02");
        Assert.True(InsuredPerson.TryParse(columns, limits, out var insured, out _));
        return
        [
            id, phone, first, code, birthDate, form, form.Typed(), details,
            new GivenDetails(id, phone, First, Last, birthDate), new PasswordOwner(id, phone, birthDate),
            new SmsMessage(Guid.Empty, phone, $"รหัส {Code}", default), new OutboxMessage(phone.E164, $"รหัส {Code}", "BCDF", Code, default),
            columns, insured, new RegisterLine(2, columns, null),
            help, help.Note ?? throw new InvalidOperationException("There is no note."),
        ];
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;

    private static bool HoldsText(Type type) => type == typeof(string) || type == typeof(byte[])
        || type == typeof(NationalId) || type == typeof(ThaiMobileNumber) || type == typeof(PersonName)
        || type == typeof(ThaiBirthDate) || type == typeof(PhoneCode);

    // The compiler's own ToString asks PrintMembers; one written by hand does not.
    private static bool PrintsItsMembers(Type type)
    {
        var print = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []);
        return print is null || print.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }
}
