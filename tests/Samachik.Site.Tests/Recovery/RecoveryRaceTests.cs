using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.Recovery;

/// <summary>Many hands at one instant: one new password, exact counters, and nobody stays in who came in before.</summary>
[Trait("Category", "Race")]
public abstract class RecoveryRaceTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Of_two_recoveries_at_once_one_wins_and_the_other_is_told_to_start_again()
    {
        for (var round = 0; round < 5; round++)
        {
            var member = await Newcomer.MemberAsync(Site);
            Site.Clock.Advance(TimeSpan.FromSeconds(1));
            Returner[] both = [await Returner.AtNewPasswordAsync(Site, member.Person), await Returner.AtNewPasswordAsync(Site, member.Person)];
            var replies = await Task.WhenAll(both.Select((returner, i) => returner.SetPasswordByForceAsync($"Nokyung7Bin{i}")));
            Assert.Equal(["/recovery/done", "/recovery?expired=true"], replies.Select(reply => reply.Path).Order(StringComparer.Ordinal));
            var winner = replies[0].Path == "/recovery/done" ? 0 : 1;
            var row = await Site.AccountAsync(member.Person);
            Assert.True((await Site.Service<PasswordHasher>().TryVerifyAsync($"Nokyung7Bin{winner}", row.PasswordHash))?.IsRight);
            Assert.Equal(1, await Site.LookAsync(db =>
                db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == AuditAct.Recovered)));
        }

        Assert.Empty(Site.Log.Errors);
    }

    // What a sign-in does in its save, by its rows: it holds the account fast and begins a session.
    [Fact]
    public async Task No_sign_in_with_the_old_password_outlives_a_recovery()
    {
        for (var round = 0; round < 10; round++)
        {
            var member = await Newcomer.MemberAsync(Site);
            var id = (await Site.AccountAsync(member.Person)).Id;
            var returner = await Returner.AtNewPasswordAsync(Site, member.Person);
            var recovery = returner.SetPasswordByForceAsync("Nokyung7Bin");
            var signIns = Enumerable.Range(0, 5).Select(_ => SignInAsync(id)).ToArray();
            Assert.Equal("/recovery/done", (await recovery).Path);
            await Task.WhenAll(signIns);
            var changedAt = (await Site.AccountAsync(member.Person)).PasswordChangedAt;
            Assert.Equal(0, await Site.LookAsync(db => db.MemberSessions.CountAsync(
                row => row.MemberId == id && row.EndedAt == null && row.Device == "old password")));
            Assert.Equal(Site.Clock.GetUtcNow(), changedAt);
        }
    }

    [Fact]
    public async Task A_hundred_right_codes_prove_the_phone_once_and_begin_one_wait()
    {
        var member = await Newcomer.MemberAsync(Site);
        await Site.ChangeAsync(member.Person, row => row.Level = Rules.Members.AssuranceLevel.Matched);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var code = await returner.CodeAsync();
        var replies = await HundredAsync(returner, code);
        Assert.All(replies, reply => Assert.True((int)reply.Status < 500, $"{reply.Status}"));
        Assert.Contains(replies, reply => reply.Location == "/recovery/waiting");
        var id = (await Site.AccountAsync(member.Person)).Id;
        Assert.Equal((1, 1, 1), await Site.LookAsync(async db => (
            await db.AuditEntries.CountAsync(entry => entry.MemberId == id && entry.Act == AuditAct.RecoveryProven),
            await db.AuditEntries.CountAsync(entry => entry.MemberId == id && entry.Act == AuditAct.RecoveryWaits),
            await db.RecoveryWaits.CountAsync(wait => wait.MemberId == id))));
        Assert.Single(await Site.NoticesAsync(member.Person.Phone));
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Two_browsers_that_prove_the_phone_at_once_share_one_wait()
    {
        for (var round = 0; round < 5; round++)
        {
            var member = await Newcomer.MemberAsync(Site);
            await Site.ChangeAsync(member.Person, row => row.Level = Rules.Members.AssuranceLevel.Matched);
            Returner[] both = [await Returner.AtCodeAsync(Site, member.Person), await Returner.AtCodeAsync(Site, member.Person)];
            string[] codes = [await both[0].CodeAsync(), await both[1].CodeAsync()];
            var pages = await Task.WhenAll(both.Select((returner, i) => returner.TypeCodeAsync(codes[i])));
            Assert.All(pages, page => Assert.Equal("/recovery/waiting", page.Path));
            Assert.Single(await Site.NoticesAsync(member.Person.Phone));
        }

        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Of_a_hundred_wrong_codes_five_are_compared()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var code = await returner.CodeAsync();
        var replies = await HundredAsync(returner, code == "111111" ? "222222" : "111111");
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        var id = (await Site.AccountAsync(member.Person)).Id;
        Assert.Equal(5, await Site.LookAsync(db => db.MemberJourneys.Where(row => row.MemberId == id).Select(row => row.WrongTries).SingleAsync()));
        Assert.Equal("/recovery/code", (await returner.TypeCodeAsync(code)).Path);
    }

    private static Task<Reply[]> HundredAsync(Returner returner, string code) =>
        returner.Visitor.PostAtOnceAsync(100, "/recovery/code", ("Code", code));

    private Task<SaveVerdict> SignInAsync(Guid member) => Site.LookAsync(async db =>
    {
        var row = await db.Members.SingleAsync(one => one.Id == member);
        if (row.RecoveredAt is not null) return SaveVerdict.ChangedMeanwhile;
        await Task.Yield();
        db.HoldFast(row);
        db.MemberSessions.Add(new()
        {
            Id = Guid.NewGuid(), MemberId = member, StartedAt = Site.Clock.GetUtcNow(), LastSeenAt = Site.Clock.GetUtcNow(),
            ProvenAt = Site.Clock.GetUtcNow(), Device = "old password", Network = [1],
        });
        return await db.SaveActAsync();
    });
}

/// <inheritdoc/>
public sealed class RecoveryRaceTestsOnSqlite(SqliteSite shared) : RecoveryRaceTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class RecoveryRaceTestsOnPostgres(PostgresSite shared) : RecoveryRaceTests(shared), IClassFixture<PostgresSite>;
