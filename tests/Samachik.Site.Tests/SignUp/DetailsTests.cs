using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Step 2 filled in as people do, and found again when they come back to it.</summary>
public abstract class DetailsTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("unknown", "unknown", "2510")]
    [InlineData("unknown", "7", "2510")]
    [InlineData("15", "unknown", "2510")]
    [InlineData("29", "2", "2523")]
    [InlineData("29", "2", "2482")]
    [InlineData("31", "12", "2483")]
    [InlineData("1", "4", "2483")]
    [InlineData("unknown", "unknown", "2483")]
    [InlineData("๙", "๑", "๒๕๑๐")]
    [InlineData("1", "12", "2554")]
    public async Task Birth_dates_that_cards_have_are_taken(string day, string month, string year)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var page = await newcomer.GiveDetailsAsync(("BirthDay", day), ("BirthMonth", month), ("BirthYear", year));
        Assert.Equal("/sign-up/phone-code", page.Path);
    }

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData(" {0} {1} ")]
    [InlineData("{0}–{1}")]
    [InlineData("{0}{1}\n")]
    public async Task An_ID_number_is_read_as_people_write_it(string shape)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var typed = string.Format(null, shape, newcomer.Person.NationalId[..5], newcomer.Person.NationalId[5..]);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync(("NationalId", typed))).Path);
    }

    [Fact]
    public async Task Thai_digits_make_the_same_account_as_ours()
    {
        var first = await Newcomer.MemberAsync(Site);
        var again = await Newcomer.AtDetailsAsync(Site, first.Person with { Phone = Person.New().Phone });
        await again.GiveDetailsAsync(("NationalId", Thai(first.Person.NationalId)), ("Phone", Thai(again.Person.Phone)));
        Assert.Equal("/sign-up/registered", (await again.ProvePhoneAsync()).Path);
    }

    [Theory]
    [InlineData("+66{0}")]
    [InlineData("0066{0}")]
    [InlineData("66{0}")]
    [InlineData("(0{0})")]
    public async Task A_phone_is_read_as_people_write_it_and_shown_masked(string shape)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var phone = newcomer.Person.Phone;
        var page = await newcomer.GiveDetailsAsync(("Phone", string.Format(null, shape, phone[1..])));
        Assert.Equal("/sign-up/phone-code", page.Path);
        Assert.Contains($"{phone[..2]}x-xxx-{phone[6..]}", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, page.Body.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(await newcomer.CodeAsync());
    }

    [Fact]
    public async Task Going_back_shows_what_was_given_repaired_and_without_passwords()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var person = newcomer.Person;
        await newcomer.GiveDetailsAsync(("FirstName", "  เเก้ว  ใจ​ "), ("LastName", "น\u0E4D\u0E32ใส"), ("BirthDay", "unknown"));
        var page = await newcomer.Visitor.OpenAsync("/sign-up/details");
        Assert.Equal("/sign-up/details", page.Path);
        Assert.Equal("แก้ว ใจ", page.Shown("FirstName"));
        Assert.Equal("นำใส", page.Shown("LastName"));
        Assert.Equal("unknown", page.Shown("BirthDay"));
        Assert.Equal((person.BirthMonth, person.BirthYear), (page.Shown("BirthMonth"), page.Shown("BirthYear")));
        Assert.Equal(person.NationalId, page.Shown("NationalId")?.Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(person.Phone, page.Shown("Phone")?.Replace("-", "", StringComparison.Ordinal));
        Assert.Null(page.Shown("Password"));
        Assert.DoesNotContain(person.Password, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_last_name_says_so_and_it_stays_said()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync(("LastName", ""), ("NoLastName", "true"))).Path);
        Assert.Equal("true", (await newcomer.Visitor.OpenAsync("/sign-up/details")).Shown("NoLastName"));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.NotNull(await Site.LookAsync(db => db.Members.SingleOrDefaultAsync(member => member.LastNameCipher == null)));
    }

    [Theory]
    [InlineData("Ñandú", "O’Brien-Smith Jr.")]
    [InlineData("ณฐิณี", "ณ เชียงใหม่")]
    [InlineData("อา", "ศรีสุวรรณภูมิพิพัฒน์ธนโชติ")]
    [InlineData("ก", "ข")]
    public async Task Names_that_people_have_are_taken(string first, string last)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync(("FirstName", first), ("LastName", last))).Path);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var page = await newcomer.GiveDetailsAsync(
            ("Id", Guid.Empty.ToString()), ("MemberId", Guid.NewGuid().ToString()), ("Level", "3"), ("PhoneProvenAt", "2026-01-01"),
            ("FoundRegisteredAt", "2026-01-01"), ("Sends", "-100"), ("WrongTries", "-100"), ("journey.Sends", "-100"), ("__proto__", "x"),
            ("Facts.BecameMember", "true"));
        Assert.Equal("/sign-up/phone-code", page.Path);
        var journeys = await Site.LookAsync(db => db.SignUpJourneys.AsNoTracking().OrderBy(row => row.StartedAt).ToListAsync());
        Assert.All(journeys, journey => Assert.True(journey is { Sends: >= 0, WrongTries: >= 0 }));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.All(await Site.LookAsync(db => db.Members.ToListAsync()), member => Assert.Equal(1, (int)member.Level));
    }

    [Fact]
    public async Task The_rule_Standard_takes_any_character_and_asks_for_eight()
    {
        await using var site = new TestSite(shared.Kind, ("Passwords:Rule", "Standard"));
        var newcomer = await Newcomer.AtDetailsAsync(site);
        foreach (var (typed, key) in new[]
        {
            ("kq7x2mz", "PasswordFlaw.Standard.TooShort"), (new string('k', 129), "PasswordFlaw.Standard.TooLong"),
            ("Password1", "PasswordFlaw.Common"), ("kq7x2m\u0001zz", "PasswordFlaw.OtherCharacters"),
            (newcomer.Person.Phone, "PasswordFlaw.OwnPhone"),
        })
        {
            var page = await newcomer.GiveDetailsAsync(("Password", typed), ("ConfirmPassword", typed));
            Assert.Equal(SiteTexts.Of<Texts.SignUpTexts>(site, "th", key), page.ErrorOf("Password"));
        }

        const string Phrase = "ม้าถูกต้อง ลวดเย็บ 🐘";
        var accepted = await newcomer.GiveDetailsAsync(("Password", Phrase), ("ConfirmPassword", Phrase));
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Equal("/sign-up/phone-code", accepted.Path);
    }

    private static string Thai(string digits) => string.Concat(digits.Select(digit => (char)('๐' + digit - '0')));
}

/// <inheritdoc/>
public sealed class DetailsTestsOnSqlite(SqliteSite shared) : DetailsTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class DetailsTestsOnPostgres(PostgresSite shared) : DetailsTests(shared), IClassFixture<PostgresSite>;
