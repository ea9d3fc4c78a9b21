using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.SignIn;

/// <summary>A sign-in rests on the password as it was: when that changes, or the account does, it is over.</summary>
public abstract class PasswordChangeTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_password_changed_while_the_code_is_awaited_ends_the_sign_in()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangePasswordAsync(member, "anotherOne2468");
        var reply = await member.TypeCodeAsync(code);
        Assert.Equal((HttpStatusCode.Found, "/sign-in?expired=true"), (reply.Status, reply.Location));
        Assert.Single(await member.SessionsAsync());
        Assert.NotNull((await member.GiveCredentialsAsync()).ErrorOf("NationalId"));
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync("anotherOne2468")).Location);
    }

    [Fact]
    public async Task A_password_changed_while_an_agreement_is_owed_ends_the_sign_in_too()
    {
        var member = await Member.NewAsync(Site);
        var id = (await member.RowAsync()).Id;
        await Site.LookAsync(db => db.Acceptances.Where(row => row.MemberId == id).ExecuteDeleteAsync());
        await member.GoThroughAsync();
        await member.Visitor.OpenAsync("/sign-in/agreement");
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangePasswordAsync(member, "anotherOne2468");
        Assert.Equal("/sign-in?expired=true", (await StandingTests.AcceptAsync(member)).Location);
        Assert.False(await member.IsSignedInAsync());
    }

    // Thirty sign-ins and one change at one instant: whoever comes after the change has no session of the old password.
    [Fact]
    public async Task Of_sign_ins_that_race_a_password_change_none_comes_through_after_it()
    {
        var owner = await Member.SignedInAsync(Site, remember: true);
        await owner.SignOutAsync();
        var ready = new List<(Member Member, string Token)>();
        for (var i = 0; i < 30; i++)
        {
            var member = owner.On(Site);
            ready.Add((member, await member.Visitor.TokenAsync("/sign-in")));
        }

        var id = (await owner.RowAsync()).Id;
        var hash = await Site.Service<PasswordHasher>().TryHashAsync("anotherOne2468");
        var posts = ready.Select(one => one.Member.Visitor.PostAsync(
            "/sign-in", ("NationalId", owner.Person.NationalId), ("Password", owner.Person.Password), ("__RequestVerificationToken", one.Token))).ToList();
        await Task.WhenAny(posts);

        // The change ends all sessions in its own save, as every change of a password does.
        await Eventually.TrueAsync(async () => await TryChangeAsync(id, hash), "the password to be changed");
        var replies = await Task.WhenAll(posts);
        Assert.All(replies, reply => Assert.True((int)reply.Status < 500, $"{reply.Status}"));
        Assert.Equal(0, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == id && row.EndedAt == null)));
        foreach (var (member, _) in ready) Assert.False(await member.IsSignedInAsync());
        Assert.Empty(Site.Log.Errors);
    }

    [Theory]
    [InlineData("frozen")]
    [InlineData("suspended")]
    [InlineData("returning")]
    public async Task What_befalls_the_account_while_the_code_is_awaited_stands_in_the_way(string what)
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        var now = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row =>
        {
            if (what == "frozen") row.FrozenAt = now;
            if (what == "suspended") row.SuspendedAt = now;
            if (what == "returning") row.ClosingAt = now;
        });
        Assert.Equal($"/sign-in/{what}", (await member.TypeCodeAsync(code)).Location);
        Assert.False(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task An_account_closed_while_the_code_is_awaited_is_gone()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        await member.ChangeAsync(row => (row.ClosedAt, row.NationalIdHash) = (Site.Clock.GetUtcNow(), null));
        Assert.Equal("/sign-in?expired=true", (await member.TypeCodeAsync(code)).Location);
        Assert.False(await member.IsSignedInAsync());
    }

    private async Task ChangePasswordAsync(Member member, string password)
    {
        var hash = await Site.Service<PasswordHasher>().TryHashAsync(password);
        await member.ChangeAsync(row => (row.PasswordHash, row.PasswordChangedAt) = (hash ?? "", Site.Clock.GetUtcNow()));
    }

    private Task<bool> TryChangeAsync(Guid id, string? hash) => Site.LookAsync(async db =>
    {
        var row = await db.Members.SingleAsync(member => member.Id == id);
        (row.PasswordHash, row.PasswordChangedAt) = (hash ?? "", Site.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        foreach (var session in await db.MemberSessions.Where(session => session.MemberId == id).ToListAsync()) session.EndedAt ??= Site.Clock.GetUtcNow();
        return await Samachik.Site.Storage.SaveAct.SaveActAsync(db) == Samachik.Site.Storage.SaveVerdict.Saved;
    });
}

/// <inheritdoc/>
public sealed class PasswordChangeTestsOnSqlite(SqliteSite shared) : PasswordChangeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class PasswordChangeTestsOnPostgres(PostgresSite shared) : PasswordChangeTests(shared), IClassFixture<PostgresSite>;
