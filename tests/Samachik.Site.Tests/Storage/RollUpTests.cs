using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Officers;
using Samachik.Site.Tests.Sms;

namespace Samachik.Site.Tests.Storage;

/// <summary>The counting of hours: what happened is what is told, however often, whenever and by whomever it is counted.</summary>
public abstract class RollUpTests(DatabaseKind kind)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_hour_tells_what_was_done_in_it_also_when_it_is_counted_again_and_when_its_sign_ups_are_gone()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        await CountedHours.ScriptAsync(site);
        for (var i = 0; i < 3; i++)
        {
            await CountedHours.CountAsync(site);
            await AssertScriptAsync(site);
        }

        for (var i = 0; i < 5; i++)
        {
            site.Clock.Leap(TimeSpan.FromMinutes(50));
            await TidyAsync(site);
            await AssertScriptAsync(site);
            await CountedHours.CountAsync(site);
            await AssertScriptAsync(site);
        }

        Assert.Equal(0, await site.LookAsync(db => db.SignUpJourneys.CountAsync()));
        Assert.True(await site.LookAsync(db => db.DayHours.Where(row => row.Slot == TestSite.Start).Select(row => row.IsClosed).SingleAsync()));
    }

    [Fact]
    public async Task A_closed_hour_is_final_and_one_still_open_is_counted_anew()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        await CountedHours.CountAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(2));
        var id = (await Sending.SaveAsync(site))[0];
        await Sending.UntilAsync(site, id, MessageState.Accepted);
        await CountedHours.CountAsync(site);
        Assert.Equal(1, await SentAsync(site, 2));
        await site.LookAsync(db => db.OutgoingMessages.ExecuteDeleteAsync());
        await CountedHours.CountAsync(site);
        Assert.Equal(0, await SentAsync(site, 2));

        await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        site.Clock.Leap(TimeSpan.FromHours(5));
        await CountedHours.CountAsync(site);
        await site.LookAsync(db => db.OutgoingMessages.ExecuteDeleteAsync());
        await CountedHours.CountAsync(site);
        Assert.Equal(1, await SentAsync(site, 2));
    }

    [Fact]
    public async Task After_a_stop_the_hours_between_are_counted()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        await CountedHours.CountAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(2));
        await Newcomer.MemberAsync(site);
        await CountedHours.AllSentAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(3));
        await TidyAsync(site);
        Assert.Equal(1, await site.LookAsync(db => db.DayHours.CountAsync()));
        await CountedHours.CountAsync(site);
        var day = (await CountedHours.ReadAsync(site)).Day;
        Assert.Equal([10, 11, 12, 13, 14, 15], day.Known);
        Assert.Equal([null, 0, 0, 1, 0, 0, 0, null], day.ByHour(FigureKind.SignUp, "BecameMember").Skip(9).Take(8));
        Assert.Equal([0, 0, 1, 0, 0, 0], day.ByHour(FigureKind.SentByGateway, "Recording").Skip(10).Take(6));
        Assert.Equal([HourState.Whole, HourState.UnderWay, HourState.NoData], day.States.Skip(14).Take(3));
        Assert.Equal(
            [true, true, false, false, false, false],
            await site.LookAsync(db => db.DayHours.OrderBy(row => row.Slot).Select(row => row.IsClosed).ToListAsync()));
    }

    [Fact]
    public async Task What_was_before_the_first_round_of_all_is_not_known()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        await Newcomer.MemberAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(2));
        await CountedHours.CountAsync(site);
        var days = await CountedHours.ReadAsync(site);
        Assert.Equal([12], days.Day.Known);
        Assert.Null(days.Day.Sum(FigureKind.SignUp, "Agreed", [10]));
        Assert.Empty(days.WeekBefore.Known);
        Assert.Empty(days.Hours);
    }

    [Fact]
    public async Task One_node_counts_and_two_at_once_count_the_same()
    {
        await using var place = new TestPlace(kind);
        await using var first = new TestSite(place) { Gateway = new RecordingGateway() };
        await using var second = new TestSite(place) { Gateway = new RecordingGateway() };
        await CountedHours.ScriptAsync(first);
        Assert.True(await CountedHours.CountAsync(first));
        second.EnsureStarted();
        Assert.False(await CountedHours.CountAsync(second));
        var now = first.Clock.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => (i % 2 == 0 ? first : second).LookAsync(async db =>
            {
                await new CountHour(db).CountAsync(TestSite.Start, now, closes: false, Stop);
                return true;
            }),
            Stop)));
        await AssertScriptAsync(first);
    }

    [Fact]
    public async Task The_most_that_waited_and_the_longest_wait_of_an_hour_are_kept()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway { Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain) } };
        await Sending.SaveAsync(site, 3, life: TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.RetryAt != null)), "the first attempts on record");

        // A look of the worker that is still under way would hand them over again once the time has leapt.
        await site.Hosted<SmsWorker>().StopAsync(Stop);
        site.Clock.Leap(TimeSpan.FromSeconds(90));
        await CountedHours.CountAsync(site);
        await site.LookAsync(db => db.OutgoingMessages.ExecuteDeleteAsync());
        await CountedHours.CountAsync(site);
        var day = (await CountedHours.ReadAsync(site)).Day;
        Assert.Equal([null, 3, null], day.SeenByHour(FigureKind.QueueLength, "Sms").Skip(9).Take(3));
        Assert.Equal([null, 90, null], day.SeenByHour(FigureKind.QueueAge, "Sms").Skip(9).Take(3));
        Assert.Equal(0, day.SeenByHour(FigureKind.QueueLength, "Mail")[10]);
    }

    [Fact]
    public async Task The_step_of_a_time_is_the_same_in_the_database_as_by_rule()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        TimeSpan[] times = [.. DeliveryTimes.Steps.SelectMany(step => (TimeSpan[])[TimeSpan.FromSeconds(step) - TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(step)])];
        var ids = await Sending.SaveAsync(site, times.Length);
        await CountedHours.AllSentAsync(site);
        foreach (var (id, time) in ids.Zip(times)) await CountedHours.ArriveAsync(site, id, time);
        await CountedHours.CountAsync(site);
        var counts = (await CountedHours.ReadAsync(site)).Day.Times(FigureKind.ArrivedByGateway, "Recording", [10]).Counts;
        Assert.Equal(times.GroupBy(DeliveryTimes.StepOf).OrderBy(step => step.Key).Select(step => (step.Key, step.LongCount())), counts.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    private static async Task AssertScriptAsync(TestSite site)
    {
        var day = (await CountedHours.ReadAsync(site)).Day;
        long? Of(FigureKind of, Enum label) => day.Sum(of, label.ToString(), [10]);
        Assert.Equal([6, 5, 5, 3, 3], Enum.GetValues<FunnelStep>().Select(step => Of(FigureKind.SignUp, step)));
        Assert.Equal([2, 1, 0], ((CodeVerdict[])[CodeVerdict.Wrong, CodeVerdict.Expired, CodeVerdict.Right]).Select(verdict => Of(FigureKind.CodeNotRight, verdict)));
        Assert.Equal([1, 0], ((SendAxis[])[SendAxis.Cooldown, SendAxis.Journey]).Select(axis => Of(FigureKind.LimitHit, axis)));
        Assert.Equal([1, 1], ((AuditAct[])[AuditAct.SignedIn, AuditAct.SignInFailed]).Select(act => Of(FigureKind.SignIn, act)));
        Assert.Equal(6, day.Sum(FigureKind.SentByGateway, "Recording", [10]));
        Assert.Equal(6, day.LabelsOf(FigureKind.SentByPrefix).Sum(prefix => day.Sum(FigureKind.SentByPrefix, prefix, [10])));
        var times = day.Times(FigureKind.ArrivedByGateway, "Recording", [10]);
        Assert.Equal((4, 5, 60), (times.Total, times.Quantile(0.5), times.Quantile(0.95)));
    }

    private static async Task<long?> SentAsync(TestSite site, int hoursAfterStart) =>
        (await CountedHours.ReadAsync(site)).Day.Sum(FigureKind.SentByGateway, "Recording", [10 + hoursAfterStart]);

    private static Task<bool> TidyAsync(TestSite site) =>
        site.Hosted<Housekeeping>().TidyAsync(Stop);
}

/// <inheritdoc/>
public sealed class RollUpTestsOnSqlite() : RollUpTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RollUpTestsOnPostgres() : RollUpTests(DatabaseKind.Postgres);
