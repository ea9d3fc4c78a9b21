using System.Net;

namespace Samachik.Site.Tests.SignUp;

/// <summary>The whole way from the first page to the account.</summary>
public abstract class JourneyTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_newcomer_becomes_a_member()
    {
        var newcomer = new Newcomer(Site);
        var home = await newcomer.Visitor.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains(home.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/sign-up");
        Assert.Equal("/sign-up/agreement", (await newcomer.Visitor.OpenAsync("/sign-up")).Path);
        Assert.Equal("/sign-up/details", (await newcomer.AgreeAsync()).Path);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync()).Path);
        var done = await newcomer.ProvePhoneAsync();
        Assert.Equal("/sign-up/done", done.Path);
        Assert.Equal(HttpStatusCode.OK, done.Status);
    }
}

/// <inheritdoc/>
public sealed class JourneyTestsOnSqlite(SqliteSite shared) : JourneyTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class JourneyTestsOnPostgres(PostgresSite shared) : JourneyTests(shared), IClassFixture<PostgresSite>;
