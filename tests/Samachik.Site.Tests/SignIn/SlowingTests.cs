using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>Wrong passwords are slowed, and at last disable the password; nobody elsewhere keeps the owner out.</summary>
public abstract class SlowingTests(SharedSite shared)
{
    private const string Wrong = "notTheRightOne1";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task From_the_fifth_wrong_try_on_each_waits_twice_as_long_up_to_fifteen_minutes()
    {
        var member = await Member.NewAsync(Site, from: "198.51.100.1");
        for (var i = 0; i < 5; i++) Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(member));
        foreach (var seconds in (int[])[30, 60, 120, 240, 480, 900, 900])
        {
            Assert.Equal(Slowed(seconds), await TryAsync(member));
            Site.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.Equal(Slowed(1), await TryAsync(member));
            Assert.Equal(Slowed(1), await TryAsync(member, member.Person.Password));
            Site.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(member));
        }

        Site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task The_right_password_forgets_the_wrong_ones_before()
    {
        var member = await Member.NewAsync(Site);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(member));
            Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
        }
    }

    [Fact]
    public async Task After_a_day_without_a_try_the_slowing_starts_afresh()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var site = new TestSite(place);
        var member = await Member.NewAsync(site);
        for (var i = 0; i < 5; i++) await TryAsync(member);
        await using var later = new TestSite(place) { Clock = new(TestSite.Start + TimeSpan.FromDays(1)) };
        for (var i = 0; i < 5; i++) Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(member.On(later)));
        Assert.Equal(Slowed(30), await TryAsync(member.On(later)));
    }

    [Fact]
    public async Task A_network_is_slowed_for_one_ID_number_and_another_network_is_not()
    {
        var (member, other) = (await Member.NewAsync(Site, from: "198.51.100.20"), await Member.NewAsync(Site, from: "198.51.100.20"));
        for (var i = 0; i < 5; i++) await TryAsync(member);
        Assert.Equal(Slowed(30), await TryAsync(member));
        Assert.Equal(Slowed(30), await TryAsync(member.Elsewhere("198.51.100.99")));
        Assert.Equal("/sign-in/code", (await other.GiveCredentialsAsync()).Location);
        Assert.Equal("/sign-in/code", (await member.Elsewhere("203.0.113.20").GiveCredentialsAsync()).Location);
        Assert.Equal(Slowed(30), await TryAsync(member));
    }

    [Fact]
    public async Task A_known_browser_is_slowed_by_itself_alone()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        for (var i = 0; i < 5; i++) await TryAsync(member);
        Assert.Equal(Slowed(30), await TryAsync(member));
        Assert.Equal("/sign-in/code", (await member.Elsewhere().GiveCredentialsAsync()).Location);
        Site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/account", (await member.GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task A_thousand_wrong_passwords_from_elsewhere_keep_nobody_out_of_their_known_browser()
    {
        var owner = await Member.SignedInAsync(Site, remember: true);
        await owner.SignOutAsync();
        await BesiegeAsync(owner, networks: 50, triesEach: 20);
        Assert.Equal("/account", (await owner.GiveCredentialsAsync()).Location);
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task Until_the_password_is_disabled_another_network_is_not_slowed_at_all()
    {
        var owner = await Member.NewAsync(Site, from: "203.0.113.5");
        await BesiegeAsync(owner, networks: 19, triesEach: 5);
        Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(owner));
        Assert.Equal("/account", (await owner.SignInAsync()).Location);
    }

    [Fact]
    public async Task A_hundred_wrong_ones_in_a_row_disable_the_password_on_browsers_that_are_not_known()
    {
        var owner = await Member.SignedInAsync(Site, remember: true);
        await owner.SignOutAsync();
        var elsewhere = owner.Elsewhere("203.0.113.9");
        var id = (await owner.RowAsync()).Id;
        await BesiegeAsync(owner, networks: 19, triesEach: 5);
        for (var i = 0; i < 4; i++) Assert.Equal(Text("SignInVerdict.Wrong"), await TryAsync(elsewhere));
        var last = owner.Elsewhere("203.0.114.9");
        Assert.Equal(Text("SignInVerdict.PasswordDisabled"), await TryAsync(last, Wrong, "Password"));

        // It says so and leads to a new password; the right one opens nothing any more, but where the browser is known.
        var page = await owner.Elsewhere("203.0.115.9").GiveCredentialsAsync();
        Assert.Equal(Text("SignInVerdict.PasswordDisabled"), page.ErrorOf("Password"));
        Assert.NotNull(page.Document.QuerySelector("#password-disabled a[href='/recovery']"));
        Assert.Equal("/account", (await owner.GiveCredentialsAsync()).Location);
        Assert.Equal((1, 100), await Site.LookAsync(async db => (
            await db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.PasswordDisabled),
            await db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SignInFailed))));

        // The owner hears of it once.
        await Eventually.TrueAsync(async () => (await Site.InboxAsync(owner.Person.Phone)).Any(sms => sms.Code is null), "the notice");
        Assert.Single(await Site.InboxAsync(owner.Person.Phone), sms => sms.Code is null);
        Assert.Equal(1, await Site.LookAsync(db => db.Disavowals.CountAsync(row => row.MemberId == id && row.Act == AuditAct.PasswordDisabled)));

        // A new password opens it again.
        await using var scope = Site.Service<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignInCounters>().ReopenAsync(HashOf(owner.Person));
        Assert.Equal("/sign-in/code", (await owner.Elsewhere("203.0.116.9").GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task A_hundred_wrong_ones_on_a_known_browser_disable_it_there_alone()
    {
        await using var site = new TestSite(shared.Kind, ("SignIn:MostInARow", "8"), ("SignIn:FreeTries", "100"));
        var owner = await Member.SignedInAsync(site, remember: true);
        await owner.SignOutAsync();
        for (var i = 0; i < 8; i++) await TryAsync(owner);
        Assert.Equal(Text("SignInVerdict.PasswordDisabled"), await TryAsync(owner, owner.Person.Password, "Password"));
        Assert.Equal("/sign-in/code", (await owner.Elsewhere().GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task A_password_that_was_not_looked_at_because_too_many_wait_counts_for_nothing()
    {
        await using var site = new TestSite(shared.Kind, [.. FullGate.Smallest, ("SignIn:FreeTries", "100")]);
        var person = Person.New();
        var visitor = site.NewVisitor();
        var token = await visitor.TokenAsync("/sign-in");
        Task<Reply> TryAsync() => visitor.PostAsync(
            "/sign-in", ("NationalId", person.NationalId), ("Password", Wrong), ("__RequestVerificationToken", token));

        await using (FullGate.Of(site))
        {
            foreach (var busy in await Task.WhenAll(TryAsync(), TryAsync(), TryAsync()))
            {
                Assert.Equal((System.Net.HttpStatusCode.ServiceUnavailable, "5"), (busy.Status, busy.Headers["Retry-After"]));
                Assert.Equal(person.NationalId, busy.Shown("NationalId")?.Replace("-", "", StringComparison.Ordinal));
            }
        }

        for (var i = 0; i < 2; i++) Assert.NotNull((await TryAsync()).ErrorOf("NationalId"));
        Assert.Equal(2, await site.LookAsync(db => db.SignInAttempts.AsNoTracking().MaxAsync(row => row.Failures)));
    }

    private async Task BesiegeAsync(Member owner, int networks, int triesEach)
    {
        for (var network = 0; network < networks; network++)
        {
            var stranger = owner.Elsewhere(string.Create(CultureInfo.InvariantCulture, $"192.0.{network}.7"));
            var token = await stranger.Visitor.TokenAsync("/sign-in");
            for (var i = 0; i < triesEach; i++)
                await stranger.Visitor.PostAsync(
                    "/sign-in", ("NationalId", owner.Person.NationalId), ("Password", Wrong), ("__RequestVerificationToken", token));
        }
    }

    private static async Task<string?> TryAsync(Member member, string password = Wrong, string? field = null)
    {
        var reply = await member.GiveCredentialsAsync(password);
        return field is not null ? reply.ErrorOf(field) : reply.ErrorOf("NationalId") ?? reply.ErrorOf("Password") ?? reply.Location;
    }

    private byte[] HashOf(Person person) =>
        Rules.People.NationalId.TryParse(person.NationalId, false, out var id, out _) ? Site.Service<LookupHash>().Of(id) : [];

    private string Text(string key, params object[] holes) => SiteTexts.Of<SignInTexts>(Site, "th", key, holes);

    private string Slowed(int seconds) => Text(
        "SignInVerdict.Slowed", seconds < 60 ? $"{seconds} วินาที" : $"{(seconds + 59) / 60} นาที");
}

/// <inheritdoc/>
public sealed class SlowingTestsOnSqlite(SqliteSite shared) : SlowingTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SlowingTestsOnPostgres(PostgresSite shared) : SlowingTests(shared), IClassFixture<PostgresSite>;
