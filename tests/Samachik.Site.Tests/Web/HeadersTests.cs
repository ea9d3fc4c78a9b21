using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Samachik.Rules.Officers;
using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Officers;

namespace Samachik.Site.Tests.Web;

/// <summary>Headers that every answer has or that no answer has, and those of others that are not believed.</summary>
public sealed partial class HeadersTests(SqliteSite shared) : IClassFixture<SqliteSite>
{
    private static readonly string[] Somewhere =
        ["/", "/privacy", "/sign-up/agreement", "/sign-in", "/recovery", "/officers/sign-in", "/nowhere", "/health/live", "/health/ready", "/account/data/schema.json"];

    private static readonly (string Start, string Type)[] Types =
    [
        ("/health/live", "text/plain; charset=utf-8"), ("/health/ready", "application/json; charset=utf-8"), ("/account/data/schema", "application/schema+json; charset=utf-8"),
        ("", "text/html; charset=utf-8"),
    ];

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Outside_Development_every_answer_demands_https_for_more_than_a_year()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await ProductionAsync(place);
        var visitor = site.NewVisitor();
        var home = await visitor.GetAsync("/");
        var asset = home.Document.QuerySelector("link[rel=stylesheet]")?.GetAttribute("href") ?? "";
        foreach (var path in Somewhere.Append(asset).Append("/assets/nothing.css"))
        {
            var policy = (await visitor.GetAsync(path)).Headers["Strict-Transport-Security"];
            Assert.Contains("includeSubDomains", policy, StringComparison.Ordinal);
            Assert.True(long.Parse(MaxAge().Match(policy).Groups[1].Value, CultureInfo.InvariantCulture) >= 31_536_000, path);
        }
    }

    [Fact]
    public async Task The_staffs_cookies_are_Secure_of_this_host_alone_and_never_sent_from_elsewhere()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await ProductionAsync(place);
        var link = await Staff.InviteAsync(site, OfficerRole.Administrator);
        var staff = await Staff.OpenAsync(site, link);
        var set = new List<string>();
        staff.Visitor.Received += reply => set.AddRange(reply.Headers.GetValueOrDefault("Set-Cookie", "").Split('\n').Where(line => line.Length > 0));
        var joined = await staff.Visitor.SubmitAsync(link, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", staff.Code()));
        Assert.Equal("/officers", joined.Location);
        await staff.Visitor.SubmitAndFollowAsync("/officers/staff/invite", ("Name", "ทดสอบ คนใหม่"), ("Role", "Officer"));
        await staff.Visitor.SubmitAsync("/officers/sign-out");
        Assert.All(set, line =>
        {
            Assert.StartsWith("__Host-samachik-", line, StringComparison.Ordinal);
            foreach (var word in (string[])["; secure", "; httponly", "; path=/"]) Assert.Contains(word, line, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(set, line => line.StartsWith("__Host-samachik-invited=", StringComparison.Ordinal));
        var sessions = set.Where(line => line.StartsWith("__Host-samachik-officer=", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, sessions.Count);
        Assert.All(sessions, line => Assert.Contains("samesite=strict", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_answer_says_what_it_is_and_no_other_origin_is_allowed_anything()
    {
        foreach (var origin in (string[])["https://evil.example", "null", "https://localhost.evil.example"])
            foreach (var path in Somewhere)
            {
                var visitor = Site.NewVisitor();
                visitor.Headers["Origin"] = origin;
                var reply = await visitor.GetAsync(path);
                Assert.DoesNotContain(reply.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
                Assert.StartsWith(
                    Types.First(type => path.StartsWith(type.Start, StringComparison.Ordinal)).Type, reply.Headers["Content-Type"], StringComparison.Ordinal);
                Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            }
    }

    [Theory]
    [InlineData("/assets/")]
    [InlineData("/assets")]
    [InlineData("/assets/.")]
    public async Task No_folder_is_listed(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Site.NewVisitor().GetAsync(path)).Status);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task An_address_that_no_trusted_proxy_tells_is_not_believed(string header)
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Network:TrustedProxies", "192.0.2.1"), ("Limits:RequestsPerNetworkPerMinute", "5"));
        for (var i = 0; i < 6; i++)
        {
            var visitor = site.NewVisitor();
            visitor.Headers[header] = header == "Forwarded" ? $"for=203.0.{i}.7" : $"203.0.{i}.7";
            Assert.Equal(i < 5 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/contact")).Status);
        }
    }

    [Fact]
    public async Task Of_a_chain_of_addresses_the_trusted_proxy_s_own_word_alone_counts()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Limits:RequestsPerNetworkPerMinute", "5"));
        for (var i = 0; i < 6; i++)
        {
            var visitor = new Visitor(site) { From = $"203.0.{i}.7, 198.51.100.7" };
            Assert.Equal(i < 5 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/contact")).Status);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_can_sign_out_on_every_page()
    {
        var member = new Newcomer(Site);
        await AccountPages.SignUpAsync(member);
        foreach (var page in await AccountPages.OpenAsync(member))
            Assert.True(page.Document.QuerySelector("form[action='/sign-out'] button") is not null, $"{page.Path} has no button to sign out.");
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        foreach (var path in (string[])["/officers", "/officers/approvals", "/officers/trail", "/officers/looks", "/officers/day", "/officers/agreements"])
            Assert.NotNull((await staff.Visitor.OpenAsync(path)).Document.QuerySelector("form[action='/officers/sign-out'] button"));
    }

    private static async Task<TestSite> ProductionAsync(TestPlace place)
    {
        await using (var development = new TestSite(place)) development.EnsureStarted();
        return new TestSite(place) { Environment = "Production", Gateway = new RecordingGateway() };
    }

    [GeneratedRegex("max-age=([0-9]+)")]
    private static partial Regex MaxAge();
}
