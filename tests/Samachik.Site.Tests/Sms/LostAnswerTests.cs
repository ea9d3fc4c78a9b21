using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>A gateway's answer is lost, or a worker dies in the middle: nothing goes out twice, and nothing is lost that need not be.</summary>
public abstract class LostAnswerTests(DatabaseKind kind)
{
    private readonly RecordingGateway second = new() { Name = "Second" };

    [Fact]
    public async Task A_gateway_that_would_send_it_twice_is_never_handed_it_again_nor_is_another()
    {
        var first = Losing(SmsRepeats.SentTwice);
        await using var site = Sending.SiteWith(kind, first, second);
        var id = (await Sending.SaveAsync(site, life: TimeSpan.FromHours(1)))[0];
        var row = await Sending.UntilAsync(site, id, MessageState.Unknown);
        Assert.Equal((null, null), (row.TextCipher, row.RetryAt));
        await LaterAsync(site, TimeSpan.FromMinutes(30));
        Assert.Equal(MessageState.Unknown, (await Sending.RowAsync(site, id)).State);
        Assert.Equal((1, 0), (first.Handed.Count(message => message.Id == id), second.Handed.Count(message => message.Id == id)));
    }

    [Fact]
    public async Task A_gateway_that_knows_the_id_is_handed_it_again_and_no_other_is()
    {
        var first = Losing(SmsRepeats.Recognised);
        await using var site = Sending.SiteWith(kind, first, second);
        var id = (await Sending.SaveAsync(site))[0];
        var row = await Sending.UntilAsync(site, id, MessageState.Unknown);
        Assert.NotNull(row.TextCipher);
        first.Answer = (_, _) => Task.FromResult(SmsAnswer.Accepted());
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).State == MessageState.Accepted, "the same gateway to take it");
        Assert.Equal((2, 0), (first.Handed.Count, second.Handed.Count));
        Assert.Null((await Sending.RowAsync(site, id)).TextCipher);
    }

    [Fact]
    public async Task Within_the_window_for_a_receipt_nobody_is_handed_it_after_it_anybody_is()
    {
        var first = Losing(SmsRepeats.ToldByReceipt);
        await using var site = Sending.SiteWith(kind, first, second);
        var id = (await Sending.SaveAsync(site))[0];
        await Sending.UntilAsync(site, id, MessageState.Unknown);
        first.Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain);
        await LaterAsync(site, TimeSpan.FromSeconds(58));
        Assert.Equal(MessageState.Unknown, (await Sending.RowAsync(site, id)).State);
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).State == MessageState.Accepted, "another gateway to take it");
        Assert.True(site.Clock.GetUtcNow() - TestSite.Start >= first.DeliveryWindow);
        Assert.Single(second.Handed, message => message.Id == id);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_after_the_window_is_given_up_and_wiped()
    {
        var first = Losing(SmsRepeats.ToldByReceipt);
        await using var site = Sending.SiteWith(kind, first, second);
        var row = await Sending.UntilAsync(site, (await Sending.SaveAsync(site, life: TimeSpan.FromSeconds(50)))[0], MessageState.Unknown);
        Assert.Equal((null, null), (row.TextCipher, row.RetryAt));
    }

    [Theory]
    [InlineData(SmsRepeats.SentTwice, MessageState.Unknown, 0)]
    [InlineData(SmsRepeats.Recognised, MessageState.Accepted, 1)]
    [InlineData(SmsRepeats.ToldByReceipt, MessageState.Accepted, 1)]
    public async Task A_message_whose_worker_died_is_settled_as_its_gateway_allows(SmsRepeats repeats, MessageState end, int handed)
    {
        var first = new RecordingGateway { Name = "First", Repeats = repeats };
        await using var site = Sending.SiteWith(kind, first, second);
        site.EnsureStarted();
        var id = (await Sending.SaveAsync(
            site, wakes: false, change: row => (row.State, row.TakenAt, row.Gateway) = (MessageState.Taken, TestSite.Start, "First")))[0];
        Assert.Equal(MessageState.Taken, (await Sending.RowAsync(site, id)).State);
        await Sending.PassAsync(
            site, async () => await Sending.RowAsync(site, id) is { Attempts: > 0 } row && row.State == end, $"the message to be {end}");
        Assert.Equal((handed, 0), (first.Handed.Count, second.Handed.Count));
        Assert.Null((await Sending.RowAsync(site, id)).TextCipher);
    }

    [Fact]
    public async Task A_gateway_that_hangs_is_waited_for_no_longer_than_its_patience()
    {
        var first = new RecordingGateway { Name = "First", Answer = async (_, stop) => await Never(stop) };
        await using var site = Sending.SiteWith(kind, first, second);
        var id = (await Sending.SaveAsync(site))[0];
        await Eventually.TrueAsync(() => Task.FromResult(first.Handed.Count == 1), "the first hand-over");
        Assert.Equal(MessageState.Taken, (await Sending.RowAsync(site, id)).State);
        site.Clock.Advance(GatewayCircuits.Patience);
        await Sending.UntilAsync(site, id, MessageState.Unknown);
        Assert.Empty(second.Handed);
    }

    private static RecordingGateway Losing(SmsRepeats repeats) =>
        new() { Name = "First", Repeats = repeats, Answer = (_, _) => Task.FromResult(SmsAnswer.Unknown) };

    private static async Task<SmsAnswer> Never(CancellationToken stop)
    {
        await new TaskCompletionSource().Task.WaitAsync(stop);
        return SmsAnswer.Accepted();
    }

    // Time passes in steps, and the worker is seen to have looked after each: it sends another message meanwhile.
    private static async Task LaterAsync(TestSite site, TimeSpan later)
    {
        for (var i = 0; i < 4; i++)
        {
            site.Clock.Advance(later / 4);
            var other = (await Sending.SaveAsync(site, life: TimeSpan.FromSeconds(1)))[0];
            await Eventually.TrueAsync(
                async () => (await Sending.RowAsync(site, other)).State is not MessageState.Waiting and not MessageState.Taken, "the worker to go round");
        }
    }
}

/// <inheritdoc/>
public sealed class LostAnswerTestsOnSqlite() : LostAnswerTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class LostAnswerTestsOnPostgres() : LostAnswerTests(DatabaseKind.Postgres);
