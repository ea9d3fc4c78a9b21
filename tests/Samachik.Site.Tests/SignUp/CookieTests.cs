using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Cookies that are foreign, forged, old or planted: the site sees a stranger, and never breaks.</summary>
public abstract class CookieTests(SharedSite shared)
{
    private const string SignUp = "samachik-sign-up";
    private const string Session = "samachik-session";

    private TestSite Site => shared.Site;

    /// <summary>Values that no site of ours ever gave.</summary>
    public static TheoryData<string> Forged { get; } = new(
        "", "x", "00000000-0000-0000-0000-000000000001", "CfDJ8", "%00", "%ED%A0%80", "ก", "\"", new string('A', 999), new string('A', 4000),
        "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_cookie_is_no_journey_and_no_session(string value)
    {
        var visitor = Site.NewVisitor();
        visitor.Cookies[SignUp] = visitor.Cookies[Session] = value;
        visitor.Cookies["samachik-form"] = visitor.Cookies["samachik-language"] = value;
        var page = await visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal((HttpStatusCode.OK, "/sign-up/agreement"), (page.Status, page.Path.Split('?')[0]));
        Assert.Equal("th", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.Document.QuerySelector("form[action='/sign-out']"));
        Assert.Equal("/sign-up/details", (await new Newcomer(Site, visitor: visitor).AgreeAsync()).Path);
    }

    [Fact]
    public async Task A_cookie_changed_in_any_place_is_no_longer_ours()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var value = newcomer.Visitor.Cookies[SignUp];
        for (var place = 0; place < value.Length - 1; place += value.Length / 12)
        {
            var other = Site.NewVisitor();
            other.Cookies[SignUp] = value[..place] + (value[place] == 'A' ? 'B' : 'A') + value[(place + 1)..];
            Assert.StartsWith("/sign-up/agreement", (await other.OpenAsync("/sign-up/phone-code")).Path, StringComparison.Ordinal);
        }

        Assert.Equal("/sign-up/phone-code", (await newcomer.Visitor.OpenAsync("/sign-up")).Path);
    }

    [Fact]
    public async Task A_cookie_of_another_kind_does_not_pass_for_a_journey_or_a_session()
    {
        var member = await Newcomer.MemberAsync(Site);
        var cookies = member.Visitor.Cookies;
        var other = Site.NewVisitor();
        (other.Cookies[SignUp], other.Cookies[Session]) = (cookies[Session], cookies[SignUp]);
        var page = await other.OpenAsync("/sign-up/done");
        Assert.StartsWith("/sign-up/agreement", page.Path, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action='/sign-out']"));
    }

    [Fact]
    public async Task A_cookie_of_another_site_with_other_keys_is_a_strangers()
    {
        await using var elsewhere = new TestSite(shared.Kind);
        var newcomer = await Newcomer.AtCodeAsync(elsewhere);
        Assert.StartsWith("/sign-up/agreement", (await newcomer.Visitor.Copy(Site).OpenAsync("/sign-up/phone-code")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_hold_nothing_readable()
    {
        var newcomer = new Newcomer(Site);
        await newcomer.Visitor.GetAsync("/sign-up/agreement");
        var reply = await newcomer.Visitor.SubmitAsync("/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));
        var cookie = Assert.Single(reply.Headers["Set-Cookie"].Split('\n'), line => line.StartsWith(SignUp, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        var journeys = await Site.LookAsync(db => db.SignUpJourneys.Select(row => row.Id).ToListAsync());
        Assert.All(journeys, id => Assert.DoesNotContain(id.ToString("D"), cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Outside_Development_every_cookie_is_Secure_and_of_this_host_only()
    {
        var gateway = new RecordingGateway();
        await using var place = new TestPlace(shared.Kind);
        await using (var development = new TestSite(place)) development.EnsureStarted();
        await using var site = new TestSite(place) { Environment = "Production", Gateway = gateway };
        var newcomer = new Newcomer(site);
        var set = new List<string>();
        await newcomer.Visitor.GetAsync("/sign-up/agreement");
        newcomer.Visitor.Received += reply => set.AddRange(reply.Headers.GetValueOrDefault("Set-Cookie", "").Split('\n'));
        await newcomer.AgreeAsync();
        await newcomer.Visitor.ReadAsync("en");
        await newcomer.GiveDetailsAsync();
        var done = await newcomer.ProvePhoneAsync();
        Assert.Equal((HttpStatusCode.OK, "/sign-up/done"), (done.Status, done.Path));
        Assert.Equal(
            ["__Host-samachik-form", "__Host-samachik-language", "__Host-samachik-session", "__Host-samachik-sign-up"],
            newcomer.Visitor.Cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(set.Where(line => line.Length > 0), line => Assert.Contains("; secure", line, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age=", done.Headers["Strict-Transport-Security"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Visitor.GetAsync("/dev/sms")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Visitor.GetAsync("/dev/sms.json")).Status);
    }
}

/// <inheritdoc/>
public sealed class CookieTestsOnSqlite(SqliteSite shared) : CookieTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class CookieTestsOnPostgres(PostgresSite shared) : CookieTests(shared), IClassFixture<PostgresSite>;
