using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>What people and strangers type into the sign-in: numbers, passwords, addresses, and fields that are not there.</summary>
public abstract class InputTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task An_ID_number_is_read_as_people_write_it()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        var id = member.Person.NationalId;
        var thai = string.Concat(id.Select(digit => (char)('๐' + (digit - '0'))));
        foreach (var typed in (string[])[id, thai, $" {id} ", $"{id[..1]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12..]}", $"{thai[..5]} {id[5..]}"])
        {
            await member.Visitor.GetAsync("/sign-in");
            Assert.Equal("/account", (await member.Visitor.SubmitAsync("/sign-in", ("NationalId", typed), ("Password", member.Person.Password))).Location);
            await member.SignOutAsync();
        }
    }

    [Fact]
    public async Task A_number_that_is_none_is_told_as_at_the_sign_up_and_nothing_is_looked_for()
    {
        var id = Person.New().NationalId;
        var wrongCheck = id[..12] + (id[12] == '1' ? '2' : '1');
        var before = await Site.LookAsync(db => db.SignInAttempts.CountAsync());
        foreach (var (typed, flaw) in new (string, string)[]
        {
            ("", "Missing"), ("  ", "Missing"), (id[..12], "NotThirteenDigits"), (id + "1", "NotThirteenDigits"), (wrongCheck, "WrongCheckDigit"),
            ("0" + id[1..], "CompanyNumber"), ("9" + id[1..], "FirstDigitNotUsed"), ("ๅ/-ภถุ", "ThaiKeyboard"),
            (string.Concat(id.Select(digit => (char)('０' + (digit - '0')))), "NotThirteenDigits"),
            (string.Concat(id.Select(digit => (char)('٠' + (digit - '0')))), "NotThirteenDigits"),
            (id.Insert(5, "\u200b"), "NotThirteenDigits"), (id.Insert(5, "\u200d"), "NotThirteenDigits"), (id.Insert(5, "\u202e"), "NotThirteenDigits"),
            (id.Insert(5, "\u00ad"), "NotThirteenDigits"), ("\ufeff" + id, "NotThirteenDigits"),
        })
        {
            var visitor = Site.NewVisitor();
            await visitor.GetAsync("/sign-in");
            var page = await visitor.SubmitAsync("/sign-in", ("NationalId", typed), ("Password", "x"));
            Assert.Equal((HttpStatusCode.OK, SiteTexts.Of<SignUpTexts>(Site, "th", $"NationalIdFlaw.{flaw}")), (page.Status, page.ErrorOf("NationalId")));
            Assert.Null(page.Shown("Password"));
        }

        Assert.Equal(before, await Site.LookAsync(db => db.SignInAttempts.CountAsync()));
    }

    [Theory]
    [InlineData(0, "Password.Missing")]
    [InlineData(1025, "Password.TooLong")]
    [InlineData(20_000, "Password.TooLong")]
    public async Task A_password_that_no_rule_takes_is_refused_before_it_is_hashed_for_whomever_it_is(int length, string text)
    {
        var member = await Member.NewAsync(Site);
        var before = await Site.LookAsync(db => db.SignInAttempts.CountAsync());
        foreach (var person in (Person[])[member.Person, Person.New()])
        {
            var page = await new Member(Site, person).GiveCredentialsAsync(new string('a', length));
            Assert.Equal(SiteTexts.Of<SignInTexts>(Site, "th", text), page.ErrorOf("Password"));
        }

        Assert.Equal(before, await Site.LookAsync(db => db.SignInAttempts.CountAsync()));
    }

    [Fact]
    public async Task A_huge_password_is_refused_at_the_door()
    {
        var visitor = Site.NewVisitor();
        var token = await visitor.TokenAsync("/sign-in");
        var reply = await visitor.PostAsync(
            "/sign-in", ("NationalId", Person.New().NationalId), ("Password", new string('a', 70_000)), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }

    [Theory]
    [InlineData("NationalId")]
    [InlineData("Password")]
    [InlineData("ReturnUrl")]
    public async Task A_NUL_in_a_field_is_refused_at_the_door(string field)
    {
        var visitor = Site.NewVisitor();
        await visitor.GetAsync("/sign-in");
        (string Name, string? Value)[] fields = [("NationalId", Person.New().NationalId), ("Password", "abc123"), ("ReturnUrl", "/contact")];
        var reply = await visitor.SubmitAsync("/sign-in", [.. fields.Select(pair => pair.Name == field ? (pair.Name, pair.Value + "\0") : pair)]);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    [Fact]
    public async Task A_password_counts_letter_by_letter_and_in_one_form()
    {
        await using var site = new TestSite(shared.Kind, ("Passwords:Rule", "Standard"), ("SignIn:FreeTries", "100"));
        const string password = "Café né en été, 12 กำ ";
        var member = await Member.NewAsync(site, Person.New() with { Password = password });
        foreach (var other in (string[])
        [
            password.Trim(), password.ToUpperInvariant(), password[..^2], password + new string('a', 60),
            password.Replace("ำ", "ํา", StringComparison.Ordinal), "\ufffd" + password,
        ])
            Assert.NotNull((await member.GiveCredentialsAsync(other)).ErrorOf("NationalId"));
        foreach (var same in (string[])[password, password.Normalize(NormalizationForm.FormD)])
            Assert.Equal("/sign-in/code", (await member.Elsewhere().GiveCredentialsAsync(same)).Location);
    }

    [Theory]
    [MemberData(nameof(Language.LanguageTests.Foreign), MemberType = typeof(Language.LanguageTests))]
    public async Task A_return_address_that_is_no_page_of_ours_leads_to_my_account(string address)
    {
        var member = await KnownAsync();
        foreach (var asked in (string[])[address, address + new string('/', 5_000)])
        {
            var visitor = member.On(Site).Visitor;
            await visitor.GetAsync("/sign-in");
            var reply = await visitor.SubmitAsync(
                "/sign-in", ("NationalId", member.Person.NationalId), ("Password", member.Person.Password), ("ReturnUrl", asked));
            Assert.Equal((HttpStatusCode.Found, "/account"), (reply.Status, reply.Location));
        }
    }

    [Theory]
    [InlineData("/privacy?version=1.0", "/privacy?version=1.0")]
    [InlineData("/contact?next=//evil.example#x", "/contact")]
    [InlineData("/sign-in", "/account")]
    [InlineData("/sign-in/code", "/account")]
    [InlineData("/", "/account")]
    public async Task A_page_of_ours_is_gone_to_at_the_end_over_either_step(string asked, string location)
    {
        var member = await KnownAsync();
        Assert.Equal(location, (await member.On(Site).GiveCredentialsAsync(returnUrl: asked)).Location);
        Assert.Equal(location, (await member.Elsewhere().GoThroughAsync(returnUrl: asked)).Location);
    }

    [Fact]
    public async Task An_address_that_grows_too_long_when_it_is_written_out_is_left_out()
    {
        var member = await KnownAsync();
        var asked = "/privacy?version=" + new string('ก', 100);
        Assert.Equal("/account", (await member.Elsewhere().GoThroughAsync(returnUrl: asked)).Location);
    }

    [Fact]
    public async Task Fields_that_the_forms_do_not_have_change_nothing()
    {
        var member = await Member.NewAsync(Site);
        var before = await member.RowAsync();
        (string, string?)[] extra =
        [
            ("Level", "3"), ("MemberId", Guid.NewGuid().ToString()), ("Id", Guid.NewGuid().ToString()), ("SessionId", Guid.NewGuid().ToString()),
            ("PhoneProvenAt", "2020-01-01"), ("FinishedAt", "2020-01-01"), ("Verdict", "PasswordRight"), ("Step", "Done"), ("State.Address", "x"),
            ("ClosingAt", "2020-01-01"), ("__proto__", "x"), ("Expired", "true"), ("handler", "Resend"),
        ];
        await member.Visitor.GetAsync("/sign-in");
        Assert.Equal("/sign-in/code", (await member.Visitor.SubmitAsync(
            "/sign-in", [("NationalId", member.Person.NationalId), ("Password", member.Person.Password), .. extra])).Location);
        await member.Visitor.OpenAsync("/sign-in/code");
        Assert.NotNull((await member.Visitor.SubmitAsync("/sign-in/code", [("Code", "12"), .. extra])).ErrorOf("Code"));
        Assert.Equal("/account", (await member.TypeCodeAsync(await member.CodeAsync())).Location);
        var after = await member.RowAsync();
        Assert.Equal(
            (before.Id, AssuranceLevel.SelfAsserted, before.PasswordHash, before.ClosingAt), (after.Id, after.Level, after.PasswordHash, after.ClosingAt));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-in/code?handler=Resend")]
    [InlineData("/sign-in/agreement")]
    [InlineData("/sign-in/returning")]
    [InlineData("/sign-in/returning?handler=Leave")]
    public async Task A_form_from_elsewhere_is_refused(string path)
    {
        var (member, other) = (await Member.NewAsync(Site), Site.NewVisitor());
        await member.AskForCodeAsync();
        var sessions = (await member.SessionsAsync()).Count;
        (string, string?)[] fields =
            [("NationalId", member.Person.NationalId), ("Password", member.Person.Password), ("Code", await member.CodeAsync())];
        foreach (var token in (string?[])[null, "x", await other.TokenAsync("/sign-in")])
            Assert.Equal(HttpStatusCode.BadRequest, (await member.Visitor.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)])).Status);
        Assert.Equal(sessions, (await member.SessionsAsync()).Count);
    }

    private async Task<Member> KnownAsync()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        return member;
    }
}

/// <inheritdoc/>
public sealed class InputTestsOnSqlite(SqliteSite shared) : InputTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class InputTestsOnPostgres(PostgresSite shared) : InputTests(shared), IClassFixture<PostgresSite>;
