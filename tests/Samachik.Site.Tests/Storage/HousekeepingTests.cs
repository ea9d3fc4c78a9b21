using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Storage;

/// <summary>What has had its time goes; what lives stays.</summary>
public abstract class HousekeepingTests(DatabaseKind kind)
{
    [Fact]
    public async Task Dead_sign_ups_go_with_their_codes_and_living_ones_stay()
    {
        await using var site = new TestSite(kind);
        var old = await Newcomer.AtCodeAsync(site);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        var living = await Newcomer.AtCodeAsync(site);
        Assert.Equal(2, await site.LookAsync(db => db.CodeChallenges.CountAsync()));

        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await TidyAsync(site);
        Assert.Equal(1, await site.LookAsync(db => db.SignUpJourneys.CountAsync()));
        Assert.Equal(1, await site.LookAsync(db => db.CodeChallenges.CountAsync()));
        Assert.Equal("/sign-up/agreement?expired=true", (await old.Visitor.OpenAsync("/sign-up/details")).Path);
        Assert.Equal("/sign-up/phone-code", (await living.Visitor.OpenAsync("/sign-up")).Path);
    }

    [Fact]
    public async Task A_sign_up_dies_of_its_whole_life_however_busy_it_is()
    {
        await using var site = new TestSite(kind);
        var newcomer = await Newcomer.AtDetailsAsync(site);
        for (var i = 0; i < 5; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(24));
            await newcomer.GiveDetailsAsync(("Phone", "12"));
            await TidyAsync(site);
            Assert.Equal(i == 4 ? 0 : 1, await site.LookAsync(db => db.SignUpJourneys.CountAsync()));
        }
    }

    [Fact]
    public async Task Ended_counters_go_and_running_ones_stay()
    {
        await using var site = new TestSite(kind);
        await Newcomer.AtCodeAsync(site);
        var before = await site.LookAsync(db => db.SendCounters.AsNoTracking().ToListAsync());
        site.Clock.Leap(TimeSpan.FromHours(1));
        await TidyAsync(site);
        var now = site.Clock.GetUtcNow();
        var after = await site.LookAsync(db => db.SendCounters.AsNoTracking().ToListAsync());
        Assert.NotEmpty(after);
        Assert.Equal(before.Count(row => row.EndsAt > now), after.Count);
        Assert.All(after, row => Assert.True(row.EndsAt > now));
        site.Clock.Leap(TimeSpan.FromDays(1));
        await TidyAsync(site);
        Assert.Equal(0, await site.LookAsync(db => db.SendCounters.CountAsync()));
    }

    [Fact]
    public async Task A_member_and_the_trail_stay_when_the_journey_goes()
    {
        await using var site = new TestSite(kind);
        await Newcomer.MemberAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(3));
        await TidyAsync(site);
        Assert.Equal(0, await site.LookAsync(db => db.SignUpJourneys.CountAsync()));
        Assert.Equal(0, await site.LookAsync(db => db.CodeChallenges.CountAsync()));
        Assert.Equal(1, await site.LookAsync(db => db.Members.CountAsync()));
        Assert.Equal(2, await site.LookAsync(db => db.Acceptances.CountAsync()));
        Assert.NotEqual(0, await site.LookAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Old_sessions_and_records_of_messages_go()
    {
        await using var site = new TestSite(kind);
        await Newcomer.MemberAsync(site);
        site.Clock.Leap(TimeSpan.FromDays(1));
        await TidyAsync(site);
        Assert.Equal(0, await site.LookAsync(db => db.MemberSessions.CountAsync()));
        Assert.Equal(1, await site.LookAsync(db => db.OutgoingMessages.CountAsync()));
        site.Clock.Leap(TimeSpan.FromDays(89));
        await TidyAsync(site);
        Assert.Equal(0, await site.LookAsync(db => db.OutgoingMessages.CountAsync()));
        Assert.Equal(1, await site.LookAsync(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task A_sent_message_keeps_neither_number_nor_text()
    {
        await using var site = new TestSite(kind);
        var newcomer = await Newcomer.AtCodeAsync(site);
        await newcomer.CodeAsync();
        await Eventually.TrueAsync(
            () => site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.State == MessageState.Accepted)), "the record of the sending");
        Assert.True(await site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.PhoneCipher == null && row.TextCipher == null)));
    }

    [Fact]
    public async Task It_goes_round_by_itself()
    {
        await using var site = new TestSite(kind);
        var newcomer = await Newcomer.AtDetailsAsync(site);
        await Eventually.TrueAsync(
            async () =>
            {
                site.Clock.Advance(TimeSpan.FromMinutes(31));
                return await site.LookAsync(db => db.SignUpJourneys.CountAsync()) == 0;
            },
            "the housekeeping");
        Assert.Equal(HttpStatusCode.OK, (await newcomer.Visitor.OpenAsync("/sign-up")).Status);
    }

    private static Task<bool> TidyAsync(TestSite site) =>
        site.Hosted<Housekeeping>().TidyAsync(TestContext.Current.CancellationToken);
}

/// <inheritdoc/>
public sealed class HousekeepingTestsOnSqlite() : HousekeepingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class HousekeepingTestsOnPostgres() : HousekeepingTests(DatabaseKind.Postgres);
