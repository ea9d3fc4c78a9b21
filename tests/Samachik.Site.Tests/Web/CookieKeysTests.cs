using System.Net;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Web;

/// <summary>A node that starts while the database is away takes nobody's cookie or form for a forged one.</summary>
public sealed class CookieKeysTests
{
    [Fact]
    public async Task Forms_of_before_are_told_of_the_outage_and_good_after_it()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using (var development = new TestSite(place)) development.EnsureStarted();
        var before = ProductionAt(place, place.Connection);
        var there = await Newcomer.AtDetailsAsync(before);
        var form = await there.Visitor.HiddenAsync("/sign-up/details");
        await before.DisposeAsync();

        var direct = new Npgsql.NpgsqlConnectionStringBuilder(place.Connection);
        await using var proxy = new TcpProxy(direct.Port);
        proxy.Set(Line.Refused);
        (direct.Host, direct.Port) = ("127.0.0.1", proxy.Port);
        await using var after = ProductionAt(place, direct.ConnectionString);
        var back = there.Visitor.Copy(after);
        (string, string?)[] typed = [.. form, .. there.Person.Fields];
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await back.PostAsync("/sign-up/details", typed)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await back.GetAsync("/sign-up/details")).Status);
        Assert.Equal(HttpStatusCode.OK, (await after.NewVisitor().GetAsync("/health/live")).Status);

        proxy.Set(Line.Whole);
        Assert.Equal("/sign-up/phone-code", (await back.FollowAsync(await back.PostAsync("/sign-up/details", typed))).Path);
    }

    private static TestSite ProductionAt(TestPlace place, string connection) =>
        new(place, ("ConnectionStrings:Accounts", connection)) { Environment = "Production", Gateway = new RecordingGateway() };
}
