using System.Net;
using Samachik.Rules.Members;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>My account tells what the office knows, and how sure it is; and is closed to strangers.</summary>
public abstract class OverviewTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    public static TheoryData<string> Closed =>
    [
        "/account", "/account/proof", "/account/password", "/account/phone", "/account/phone/code", "/account/email", "/account/email/code",
        "/account/name", "/account/sessions", "/account/activity", "/account/who-looked", "/account/agreements", "/account/data", "/account/close",
    ];

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Strangers_are_led_to_the_sign_in_and_their_forms_do_nothing(string path)
    {
        var stranger = Site.NewVisitor();
        Assert.Equal($"/sign-in?ReturnUrl={Uri.EscapeDataString(path)}", new Uri(Site.Address, (await stranger.GetAsync(path)).Location ?? "").PathAndQuery);
        await stranger.OpenAsync("/");
        var token = await stranger.TokenAsync("/language");
        foreach (var handler in (string[])["", "?handler=EndOthers", "?handler=Cancel", "?handler=Remove", "?handler=Download", "?handler=TakeBack"])
        {
            var post = await stranger.PostAsync(path + handler, ("__RequestVerificationToken", token), ("CloseAccount", "true"));
            Assert.Equal(HttpStatusCode.Found, post.Status);
            Assert.StartsWith("/sign-in?", new Uri(Site.Address, post.Location ?? "").PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Every_page_answers_in_the_readers_language(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        foreach (string path in Closed.Select(row => row.Data))
        {
            var page = await member.Visitor.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.Document.QuerySelectorAll("h1"));
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
        }
    }

    [Fact]
    public async Task It_shows_what_was_typed()
    {
        var member = await Newcomer.MemberAsync(Site, Person.New() with { BirthDay = "2", BirthMonth = "4", BirthYear = "2510" });
        var (id, page) = (member.Person.NationalId, await member.Visitor.OpenAsync("/account"));
        string Known(string what) => page.Document.GetElementById($"known-{what}")?.TextContent.Trim() ?? "";
        Assert.Equal($"{id[0]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12]}", Known("national-id"));
        Assert.Equal($"{member.Person.FirstName} {member.Person.LastName}", Known("name"));
        Assert.Equal("2 เมษายน พ.ศ. 2510", Known("birth-date"));
        Assert.Equal(member.Person.Phone, Known("phone").Replace("-", "", StringComparison.Ordinal));
        await member.Visitor.ReadAsync("en");
        page = await member.Visitor.OpenAsync("/account");
        Assert.Equal("2 April B.E. 2510", Known("birth-date"));
    }

    [Theory]
    [InlineData("unknown", "4", "เมษายน พ.ศ. 2510")]
    [InlineData("unknown", "unknown", "พ.ศ. 2510")]
    public async Task What_is_not_on_the_card_is_not_made_up(string day, string month, string shown)
    {
        var member = await Newcomer.MemberAsync(Site, Person.New() with { BirthDay = day, BirthMonth = month, BirthYear = "2510" });
        Assert.Equal(shown, (await member.Visitor.OpenAsync("/account")).Document.GetElementById("known-birth-date")?.TextContent.Trim());
    }

    [Theory]
    [InlineData(AssuranceLevel.SelfAsserted)]
    [InlineData(AssuranceLevel.Matched)]
    [InlineData(AssuranceLevel.Proofed)]
    public async Task The_level_is_told_as_it_is_and_as_no_other(AssuranceLevel level)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.SetAsync(row => row.Level = level);
        foreach (var language in (string[])["th", "en"])
        {
            await member.Visitor.ReadAsync(language);
            var page = await member.Visitor.OpenAsync("/account");
            var text = page.Document.QuerySelector("#level")?.TextContent ?? "";
            foreach (var other in Enum.GetValues<AssuranceLevel>())
                Assert.Equal(other == level, text.Contains(SiteTexts.Of<MyAccountTexts>(Site, language, $"Level.{other}.Name"), StringComparison.Ordinal));
            Assert.Contains($"sm-level--{(int)level}", page.Document.QuerySelector("#level")?.ClassName, StringComparison.Ordinal);
            Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, language, $"Level.{level}.Means"), page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_made_up_word_in_the_address_is_not_repeated()
    {
        var member = await Newcomer.MemberAsync(Site);
        var page = await member.Visitor.OpenAsync("/account?done=you-won-a-prize");
        Assert.DoesNotContain("prize", page.Document.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("done-title"));
    }

    [Fact]
    public async Task Agreements_are_listed_with_version_time_and_fingerprint()
    {
        var member = await Newcomer.MemberAsync(Site);
        var page = await member.Visitor.OpenAsync("/account/agreements");
        Assert.Equal(2, page.Document.QuerySelectorAll(".sm-cards__item").Length);
        foreach (var link in page.Document.QuerySelectorAll(".sm-cards__item a").Select(link => link.GetAttribute("href") ?? "").ToList())
        {
            var text = await member.Visitor.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, text.Status);
            var digest = text.Document.QuerySelector(".sm-digest")?.TextContent.Trim().Split(' ')[^1] ?? "none";
            Assert.Contains(digest, page.Body, StringComparison.Ordinal);
        }
    }
}

/// <inheritdoc/>
public sealed class OverviewTestsOnSqlite(SqliteSite shared) : OverviewTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class OverviewTestsOnPostgres(PostgresSite shared) : OverviewTests(shared), IClassFixture<PostgresSite>;
