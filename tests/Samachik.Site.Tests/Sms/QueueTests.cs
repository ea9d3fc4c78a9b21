using Microsoft.EntityFrameworkCore;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>The queue: shared by several nodes, nothing lost and nothing sent twice; and what it tells of itself.</summary>
public abstract class QueueTests(DatabaseKind kind)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_message_goes_out_once_whatever_waits_at_once()
    {
        var gateway = new RecordingGateway { Answer = async (_, _) => { await Task.Yield(); return SmsAnswer.Accepted(); } };
        await using var site = Sending.SiteWith(kind, gateway);
        var ids = await Sending.SaveAsync(site, 100);
        await AllSentAsync(site);
        Assert.Equal(ids.Order(), gateway.Handed.Select(message => message.Id).Order());
    }

    [Fact]
    public async Task The_figures_tell_answers_what_waits_and_what_is_left_of_the_budget()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain) };
        await using var site = Sending.SiteWith(kind, [("PhoneCodes:BudgetPerHour", "1000")], gateway);
        using var figures = new Storage.Figures(site);
        await Newcomer.AtCodeAsync(site);
        await Eventually.TrueAsync(() => Task.FromResult(figures.Of("sms.answers", "TryAgain").Count == 1), "the answer as a figure");
        await Sending.PassAsync(site, () => Task.FromResult(figures.Of("sms.budget_left", "BudgetPerHour") is [.., 999]), "the budget as a figure");
        await Sending.PassAsync(
            site, () => Task.FromResult(figures.Of("sms.waiting").Contains(1) && figures.Of("sms.oldest_waiting").Any(seconds => seconds > 0)), "what waits as a figure");
        await Sending.PassAsync(site, () => Task.FromResult(figures.Of("sms.gateway_up", "Recording").Contains(1)), "the gateway as a figure");
    }

    private static Task AllSentAsync(TestSite site) => Eventually.TrueAsync(
        () => site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.State == MessageState.Accepted)), "all messages to be sent");

    [Fact]
    public async Task Whoever_stops_it_waits_for_what_is_in_hand()
    {
        var answer = new TaskCompletionSource<SmsAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gateway = new RecordingGateway { Answer = (_, _) => answer.Task };
        await using var site = Sending.SiteWith(kind, gateway);
        var id = (await Sending.SaveAsync(site))[0];
        await Eventually.TrueAsync(() => Task.FromResult(gateway.Handed.Count == 1), "the message at the gateway");
        var worker = site.Hosted<SmsWorker>();
        Task[] stops = [worker.StopAsync(Stop), worker.StopAsync(Stop)];
        await Assert.ThrowsAsync<TimeoutException>(() => Task.WhenAny(stops).WaitAsync(TimeSpan.FromMilliseconds(300), Stop));
        answer.SetResult(SmsAnswer.Accepted());
        await Task.WhenAll(stops).WaitAsync(Eventually.Patience, Stop);
        Assert.Equal(MessageState.Accepted, (await Sending.RowAsync(site, id)).State);
    }
}

/// <inheritdoc/>
public sealed class QueueTestsOnSqlite() : QueueTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class QueueTestsOnPostgres() : QueueTests(DatabaseKind.Postgres)
{
    [Fact]
    public async Task Three_nodes_share_the_queue_and_none_sends_what_another_sends()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        RecordingGateway[] gateways = [new(), new(), new()];

        // No gateway answers before each has been handed something: so all take part, whoever is quicker.
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var gateway in gateways)
            gateway.Answer = async (_, _) =>
            {
                if (gateways.All(one => one.Handed.Count > 0)) all.TrySetResult();
                await all.Task;
                return SmsAnswer.Accepted();
            };
        TestSite[] nodes = [.. gateways.Select(gateway => Sending.NodeOn(place, gateway))];
        foreach (var node in nodes) node.EnsureStarted();
        var ids = await Sending.SaveAsync(nodes[0], 300, wakes: false);
        foreach (var node in nodes) node.Service<MessageQueue>().Wake();
        await Eventually.TrueAsync(
            () => nodes[0].LookAsync(db => db.OutgoingMessages.AllAsync(row => row.State == MessageState.Accepted)), "all messages to be sent");
        Assert.Equal(ids.Order(), gateways.SelectMany(gateway => gateway.Handed).Select(message => message.Id).Order());
        Assert.All(gateways, gateway => Assert.NotEmpty(gateway.Handed));
        foreach (var node in nodes) await node.DisposeAsync();
    }
}
