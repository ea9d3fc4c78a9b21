using Samachik.Rules.Members;

namespace Samachik.Site.Tests.Recovery;

/// <summary>The right code leads where the facts of the account say, and nowhere else.</summary>
public abstract class RouteTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(1, "fresh", "/recovery/new-password")]
    [InlineData(1, "stale", "/recovery/waiting")]
    [InlineData(1, "stale known", "/recovery/new-password")]
    [InlineData(1, "stale email", "/recovery/email-code")]
    [InlineData(1, "fresh known frozen", "/recovery/waiting")]
    [InlineData(1, "fresh email frozen", "/recovery/email-code")]
    [InlineData(2, "fresh", "/recovery/waiting")]
    [InlineData(2, "fresh known", "/recovery/new-password")]
    [InlineData(2, "stale known", "/recovery/waiting")]
    [InlineData(2, "fresh email", "/recovery/email-code")]
    [InlineData(3, "fresh", "/recovery/waiting")]
    [InlineData(3, "fresh known", "/recovery/new-password")]
    [InlineData(3, "fresh known email", "/recovery/email-code")]
    [InlineData(3, "stale known", "/recovery/officer")]
    [InlineData(3, "fresh known frozen", "/recovery/officer")]
    [InlineData(1, "fresh suspended", "/recovery/new-password")]
    public async Task The_right_code_leads_to(int level, string facts, string path)
    {
        var member = await Newcomer.MemberAsync(Site);
        var (person, returner) = (member.Person, new Returner(Site, member.Person));
        var now = Site.Clock.GetUtcNow();
        await Site.ChangeAsync(person, row =>
        {
            row.Level = (AssuranceLevel)level;
            if (facts.Contains("stale", StringComparison.Ordinal)) row.PhoneProvenAt = now.AddDays(-180);
            else row.PhoneProvenAt = now.AddDays(-180).AddSeconds(1);
            if (facts.Contains("frozen", StringComparison.Ordinal)) row.FrozenAt = now;
            if (facts.Contains("suspended", StringComparison.Ordinal)) row.SuspendedAt = now;
        });
        if (facts.Contains("email", StringComparison.Ordinal)) await Site.GiveEmailAsync(person, AccountFacts.NewEmail());
        if (facts.Contains("known", StringComparison.Ordinal)) await Site.KnowBrowserAsync(person, returner.Visitor);
        await returner.StartAsync();
        Assert.Equal(path, (await returner.ProvePhoneAsync()).Path);

        // Every other place leads there; the first page stays open.
        foreach (var other in (string[])["code", "email-code", "waiting", "officer", "new-password", "done"])
            Assert.Equal(path, (await returner.Visitor.OpenAsync($"/recovery/{other}")).Path);
        Assert.Equal("/recovery", (await returner.Visitor.OpenAsync("/recovery")).Path);
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task A_browser_that_another_member_knows_proves_nothing()
    {
        var (one, other) = (await Newcomer.MemberAsync(Site), await Newcomer.MemberAsync(Site));
        await Site.ChangeAsync(one.Person, row => row.Level = AssuranceLevel.Matched);
        var returner = new Returner(Site, one.Person);
        await Site.KnowBrowserAsync(other.Person, returner.Visitor);
        await returner.StartAsync();
        Assert.Equal("/recovery/waiting", (await returner.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task Where_no_mail_can_be_sent_an_address_on_file_does_not_count()
    {
        await using var without = new TestSite(shared.Kind, ("Mail:Kind", "None"));
        var member = await Newcomer.MemberAsync(without);
        await without.GiveEmailAsync(member.Person, AccountFacts.NewEmail());
        await without.ChangeAsync(member.Person, row => row.Level = AssuranceLevel.Matched);
        var returner = await Returner.AtCodeAsync(without, member.Person);
        Assert.Equal("/recovery/waiting", (await returner.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task The_officers_page_leads_to_a_person()
    {
        var member = await Newcomer.MemberAsync(Site);
        await Site.ChangeAsync(member.Person, row => (row.Level, row.PhoneProvenAt) = (AssuranceLevel.Proofed, TestSite.Start.AddYears(-1)));
        var page = await (await Returner.AtCodeAsync(Site, member.Person)).ProvePhoneAsync();
        Assert.Equal("/recovery/officer", page.Path);
        Assert.NotNull(page.Document.QuerySelector("main a[href='tel:1506']"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/recovery/help']"));
    }
}

/// <inheritdoc/>
public sealed class RouteTestsOnSqlite(SqliteSite shared) : RouteTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class RouteTestsOnPostgres(PostgresSite shared) : RouteTests(shared), IClassFixture<PostgresSite>;
