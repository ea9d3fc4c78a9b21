using System.Net;
using Samachik.Rules.Passwords;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Step 2 filled in wrongly: every flaw has its own message, at its own field, in both languages.</summary>
public abstract class DetailsFlawTests(SharedSite shared)
{
    private static readonly string[] AllFields =
    [
        "NationalId", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "NoLastName",
        "BirthDay", "BirthMonth", "BirthYear",
    ];

    private TestSite Site => shared.Site;

    /// <summary>Every case in both languages.</summary>
    public static TheoryData<int, string, string> Cases { get; } = new(
        from index in Enumerable.Range(0, DetailsFlawCases.All.Count)
        from language in (string[])["th", "en"]
        select (index, DetailsFlawCases.All[index].ToString(), language));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_flaw_is_told_at_its_own_field(int index, string what, string language)
    {
        var flaw = DetailsFlawCases.All[index];
        var newcomer = await Newcomer.AtDetailsAsync(Site, DetailsFlawCases.Person);
        if (language == "en") await newcomer.Visitor.ReadAsync("en");
        var page = await newcomer.GiveDetailsAsync(flaw.Typed);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(page.FieldsInError.Contains(flaw.Field), $"{what}: errors at {string.Join(", ", page.FieldsInError)} only.");
        Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, language, flaw.Key, flaw.Arguments), page.ErrorOf(flaw.Field));

        // One slip makes one complaint; an empty password is also an empty repetition.
        string[] expected = flaw.Key == "PasswordFlaw.Missing" ? ["Password", "ConfirmPassword"] : [flaw.Field];
        Assert.Equal(expected, page.FieldsInError);
    }

    [Fact]
    public void Every_flaw_there_is_has_a_case_and_no_two_say_the_same()
    {
        var covered = DetailsFlawCases.All.Select(flaw => flaw.Flaw).ToHashSet();
        var missing = Enumerable.Empty<Enum>().Concat(Values<NationalIdFlaw>()).Concat(Values<MobileNumberFlaw>())
            .Concat(Values<PasswordFlaw>()).Concat(Values<ConfirmPasswordFlaw>()).Concat(Values<PersonNameFlaw>())
            .Concat(Values<NoLastNameFlaw>()).Concat(Values<BirthDateFlaw>()).Where(flaw => !covered.Contains(flaw));
        Assert.Empty(missing);
        foreach (var language in (string[])["th", "en"])
        {
            var messages = DetailsFlawCases.All.DistinctBy(flaw => flaw.Key)
                .Select(flaw => SiteTexts.Of<SignUpTexts>(Site, language, flaw.Key, flaw.Arguments)).ToList();
            Assert.Equal(messages.Distinct(), messages);
        }
    }

    [Fact]
    public async Task All_errors_are_told_at_once_and_the_summary_leads_to_each()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var page = await newcomer.Visitor.SubmitAndFollowAsync("/sign-up/details");

        string[] wrong = [.. AllFields.Where(field => field != "NoLastName")];
        Assert.Equal(wrong, page.FieldsInError);
        Assert.Equal(wrong.Select(field => ("#" + field, page.ErrorOf(field) ?? "")), page.Summary);
        foreach (var field in wrong)
        {
            var input = page.Document.GetElementById(field);
            Assert.NotNull(input);
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Contains($"{field}-error", (input.GetAttribute("aria-describedby") ?? "").Split(' '));
        }

        Assert.StartsWith(SiteTexts.Of<SharedTexts>(Site, "th", "Title.Error"), page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_right_is_not_complained_of()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var page = await newcomer.GiveDetailsAsync(("Phone", "1506"));
        foreach (var field in AllFields.Where(field => field != "Phone"))
        {
            Assert.Null(page.ErrorOf(field));
            Assert.Null(page.Document.GetElementById(field)?.GetAttribute("aria-invalid"));
        }
    }

    [Fact]
    public async Task Nothing_typed_is_lost_and_no_password_comes_back()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        (string Name, string? Value)[] typed =
        [
            ("NationalId", "12-34 <b>"), ("Phone", "\"08'"), ("Password", "geheimwort1"), ("ConfirmPassword", "geheimwort2"),
            ("FirstName", "ก</title>"), ("LastName", "ข&amp;"), ("NoLastName", "true"),
            ("BirthDay", "31"), ("BirthMonth", "2"), ("BirthYear", "๑๙๘๐"),
        ];
        var page = await newcomer.Visitor.SubmitAndFollowAsync("/sign-up/details", typed);
        foreach (var (name, value) in typed)
            Assert.Equal(name is "Password" or "ConfirmPassword" ? null : value, page.Shown(name));
        Assert.DoesNotContain("geheimwort", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_typed_with_the_Thai_keyboard_on_is_shown_back_as_digits_and_goes_through_as_shown()
    {
        var person = Person.New();
        var newcomer = await Newcomer.AtDetailsAsync(Site, person);
        var page = await newcomer.GiveDetailsAsync(("NationalId", Slipped(person.NationalId)), ("Phone", Slipped(person.Phone)));
        Assert.Equal(person.NationalId, page.Shown("NationalId")?.Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(person.Phone, page.Shown("Phone")?.Replace("-", "", StringComparison.Ordinal));
        page = await newcomer.Visitor.SubmitAndFollowAsync(
            "/sign-up/details", ("Password", person.Password), ("ConfirmPassword", person.Password));
        Assert.Equal("/sign-up/phone-code", page.Path);
    }

    private static string Slipped(string digits) => string.Concat(digits.Select(digit => "จๅ/-ภถ\u0E38\u0E36คต"[digit - '0']));

    private static IEnumerable<Enum> Values<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Cast<Enum>();
}

/// <inheritdoc/>
public sealed class DetailsFlawTestsOnSqlite(SqliteSite shared) : DetailsFlawTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class DetailsFlawTestsOnPostgres(PostgresSite shared) : DetailsFlawTests(shared), IClassFixture<PostgresSite>;
