using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Another password, from a session: all other sessions end, and every address is told.</summary>
public abstract class PasswordTests(SharedSite shared)
{
    private const string New = "Zebra7Kite8Moon";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_new_password_takes_the_old_ones_place_and_everything_else_ends()
    {
        var member = await Newcomer.MemberAsync(Site);
        var elsewhere = await member.ElsewhereAsync();
        var old = member.Visitor.Cookies[MemberAtHome.SessionCookie];
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var reply = await ChangeAsync(member, New, New);
        Assert.Equal("/account?done=password", reply.Path);
        Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, "th", "Done.password"), reply.Document.Body?.TextContent, StringComparison.Ordinal);

        var row = await member.RowAsync();
        Assert.Equal(Site.Clock.GetUtcNow(), row.PasswordChangedAt);
        Assert.True((await Site.Service<PasswordHasher>().TryVerifyAsync(New, row.PasswordHash))?.IsRight);
        Assert.Equal([AuditAct.SessionEnded, AuditAct.PasswordChanged], (await member.ActsAsync())[^2..]);
        await Site.NoticeAsync(member.Person.Phone, AuditAct.PasswordChanged);

        Assert.False(await elsewhere.IsSignedInAsync());
        var thief = Site.NewVisitor();
        thief.Cookies[MemberAtHome.SessionCookie] = old;
        Assert.False(await thief.IsSignedInAsync());
        Assert.True(await member.Visitor.IsSignedInAsync());

        // From now on only the new one proves anything.
        member.LoseFreshness();
        Assert.Equal("/account/proof", (await member.ProveAsync("/account/phone", member.Person.Password)).Path);
        Assert.Equal("/account/phone", (await member.ProveAsync("/account/phone", New)).Path);
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_saved(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        var before = (await member.RowAsync()).PasswordHash;
        string Text(string key) => SiteTexts.Of<SignUpTexts>(Site, language, key);
        await WrongAsync(member, null, null, ("Password", Text("PasswordFlaw.Missing")), ("ConfirmPassword", Text("ConfirmPasswordFlaw.Missing")));
        await WrongAsync(member, "short", "short", ("Password", Text("PasswordFlaw.Office.TooShort")));
        await WrongAsync(member, New, New + "x", ("ConfirmPassword", Text("ConfirmPasswordFlaw.NotTheSame")));
        await WrongAsync(member, "password1", "password1", ("Password", Text("PasswordFlaw.Common")));
        await WrongAsync(member, member.Person.NationalId, member.Person.NationalId, ("Password", Text("PasswordFlaw.OwnNationalId")));
        await WrongAsync(member, member.Person.Phone, member.Person.Phone, ("Password", Text("PasswordFlaw.OwnPhone")));
        await WrongAsync(
            member, member.Person.Password, member.Person.Password,
            ("Password", SiteTexts.Of<MyAccountTexts>(Site, language, "ChangePasswordVerdict.SameAsBefore")));
        Assert.Equal(before, (await member.RowAsync()).PasswordHash);
        Assert.DoesNotContain(AuditAct.PasswordChanged, await member.ActsAsync());
        Assert.Equal(0, await Site.CountNoticesAsync(member.Person.Phone, AuditAct.PasswordChanged));
    }

    [Fact]
    public async Task A_password_that_wrong_tries_closed_is_open_again()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (rules, hash) = (Site.Service<Samachik.Site.Settings.SiteSettings>().SignIn.Attempts, (await member.RowAsync()).NationalIdHash ?? []);
        await using var scope = Site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var counters = scope.ServiceProvider.GetRequiredService<SignInCounters>();
        for (var tries = 0; tries < rules.MostInARow; tries++)
            await counters.CountAsync(rules, hash, [(byte)tries, 1], null, Site.Clock.GetUtcNow());
        Assert.NotNull((await member.Visitor.OpenAsync("/account")).Document.GetElementById("warning-password"));
        Assert.Equal("/account?done=password", (await ChangeAsync(member, New, New)).Path);
        Assert.False(await counters.IsDisabledAsync(rules, hash));
        Assert.Null(member.Visitor.Page?.Document.GetElementById("warning-password"));
    }

    [Fact]
    public async Task Changed_twice_at_once_one_of_them_stands_and_its_session_lives()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/password");
        var token = await member.Visitor.TokenAsync("/account/password");
        string[] passwords = ["Otter1Lake2Pine", "Heron3River4Oak"];
        var browsers = passwords.Select(_ => member.Visitor.Copy()).ToList();
        var replies = await Task.WhenAll(passwords.Select((password, i) => browsers[i].PostAsync(
            "/account/password", ("Password", password), ("ConfirmPassword", password), ("__RequestVerificationToken", token))));

        var hash = (await member.RowAsync()).PasswordHash;
        var winner = -1;
        for (var i = 0; i < passwords.Length; i++)
            if ((await Site.Service<PasswordHasher>().TryVerifyAsync(passwords[i], hash))?.IsRight == true) winner = i;
        Assert.NotEqual(-1, winner);
        Assert.Equal("/account?done=password", replies[winner].Location);
        Assert.NotEqual("/account?done=password", replies[1 - winner].Location);
        Assert.Single(await member.ActsAsync(), act => act == AuditAct.PasswordChanged);
        Assert.True(await browsers[winner].IsSignedInAsync());
        Assert.False(await browsers[1 - winner].IsSignedInAsync());
    }

    [Fact]
    public async Task Two_presses_of_the_button_are_one_change()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/password");
        var token = await member.Visitor.TokenAsync("/account/password");
        var browsers = Enumerable.Range(0, 2).Select(_ => member.Visitor.Copy()).ToList();
        var replies = await Task.WhenAll(browsers.Select(browser => browser.PostAsync(
            "/account/password", ("Password", New), ("ConfirmPassword", New), ("__RequestVerificationToken", token))));
        Assert.Contains(replies, reply => reply.Location == "/account?done=password");
        for (var i = 0; i < replies.Length; i++)
            if (replies[i].Location == "/account?done=password") Assert.True(await browsers[i].IsSignedInAsync());
        Assert.Single(await member.ActsAsync(), act => act == AuditAct.PasswordChanged);
        var id = await member.IdAsync();
        Assert.Equal(1, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == id && row.EndedAt == null)));
    }

    [Fact]
    public async Task Ten_changes_a_day_are_enough()
    {
        var member = await Newcomer.MemberAsync(Site);
        for (var change = 0; change < 10; change++)
        {
            var password = $"Zebra7Kite8Moon{change}";
            Assert.Equal("/account?done=password", (await ChangeAsync(member, password, password)).Path);
        }

        var reply = await ChangeAsync(member, New, New);
        Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, "th", "ChangePasswordVerdict.TooManyToday"), reply.ErrorOf("Password"));
    }

    private static async Task WrongAsync(Newcomer member, string? password, string? confirm, params (string Field, string Message)[] told)
    {
        var reply = await ChangeAsync(member, password, confirm);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(told, reply.FieldsInError.Select(field => (field, reply.ErrorOf(field) ?? "")));
        Assert.Null(reply.Shown("Password"));
    }

    private static async Task<Reply> ChangeAsync(Newcomer member, string? password, string? confirm)
    {
        await member.Visitor.OpenAsync("/account/password");
        return await member.Visitor.SubmitAndFollowAsync("/account/password", ("Password", password), ("ConfirmPassword", confirm));
    }
}

/// <inheritdoc/>
public sealed class PasswordTestsOnSqlite(SqliteSite shared) : PasswordTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class PasswordTestsOnPostgres(PostgresSite shared) : PasswordTests(shared), IClassFixture<PostgresSite>;
