using Samachik.Site.Sms;
using Samachik.Site.Tests.Sms;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>What a code page says while the gateway that the office prefers is down and another works.</summary>
public abstract class OtherWayTests(DatabaseKind kind)
{
    private readonly RecordingGateway first = new() { Name = "First" }, second = new() { Name = "Second" };

    [Fact]
    public async Task Another_way_is_told_and_offered_and_taken()
    {
        await using var site = Sending.SiteWith(kind, first, second);
        var before = await Newcomer.AtCodeAsync(site);
        Assert.Null(before.Visitor.Page?.Document.GetElementById("other-way"));
        await Sending.SwitchAsync(site, "First", isOff: true);
        await Sending.PassAsync(site, () => Task.FromResult(site.Service<GatewayHealth>().PreferredIsDown), "the switch to be read");
        var newcomer = await Newcomer.AtCodeAsync(site);
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Contains(Text(site, "Way.Other"), page.Document.GetElementById("other-way")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(Text(site, "Resend.OtherWay"), page.Document.QuerySelector(".sm-resend button")?.TextContent, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(second.Handed.Any(sms => sms.To.E164 == newcomer.Person.E164)), "the second gateway to have it");
        Assert.DoesNotContain(first.Handed, sms => sms.To.E164 == newcomer.Person.E164);
    }

    private static string Text(TestSite site, string key) => SiteTexts.Of<PhoneCodeTexts>(site, "th", key);
}

/// <inheritdoc/>
public sealed class OtherWayTestsOnSqlite() : OtherWayTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class OtherWayTestsOnPostgres() : OtherWayTests(DatabaseKind.Postgres);
