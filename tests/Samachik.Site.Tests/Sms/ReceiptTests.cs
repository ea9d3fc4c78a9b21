using System.Net;
using Samachik.Site.Sms;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>Receipts over HTTP: whose word counts, and what stays true in any order, twice, and at the same time.</summary>
public abstract class ReceiptTests(DatabaseKind kind) : IAsyncDisposable
{
    private static readonly SmsDelivery[] All = [SmsDelivery.Buffered, SmsDelivery.Delivered, SmsDelivery.Failed];
    private readonly RecordingGateway first = new() { Name = "First", Answer = (message, _) => Task.FromResult(SmsAnswer.Accepted($"g-{message.Id:N}")) };
    private readonly RecordingGateway second = new() { Name = "Second" };
    private TestSite? begun;

    private TestSite Site => begun ??= Sending.SiteWith(kind, first, second);

    private ReceiptAddresses Addresses => Site.Service<ReceiptAddresses>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_receipt_is_recorded_with_its_time_and_told_as_a_figure(bool byPost)
    {
        using var figures = new Storage.Figures(Site);
        var id = await AcceptedAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(7));
        var reply = await TellAsync(Addresses.Of("First", id), SmsDelivery.Delivered, byPost: byPost);
        Assert.Equal((HttpStatusCode.OK, "OK"), (reply.Status, reply.Body));
        var row = await Sending.RowAsync(Site, id);
        Assert.Equal((SmsDelivery.Delivered, Site.Clock.GetUtcNow(), MessageState.Accepted), (row.Delivery, row.DeliveryAt, row.State));
        Assert.Equal([1], figures.Of("sms.receipts", "Delivered"));
        Assert.Equal([7], figures.Of("sms.delivery"));
    }

    [Fact]
    public async Task The_address_for_all_messages_of_a_gateway_finds_one_by_the_gateways_own_name()
    {
        var (one, other) = (await AcceptedAsync(), await AcceptedAsync());
        Assert.Equal(HttpStatusCode.OK, (await TellAsync(Addresses.Of("First"), SmsDelivery.Delivered, $"g-{one:N}")).Status);
        Assert.Equal(SmsDelivery.Delivered, (await Sending.RowAsync(Site, one)).Delivery);
        Assert.Null((await Sending.RowAsync(Site, other)).Delivery);
        Assert.Equal(HttpStatusCode.NotFound, (await TellAsync(Addresses.Of("Second"), SmsDelivery.Failed, $"g-{other:N}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TellAsync(Addresses.Of("First"), SmsDelivery.Failed)).Status);
        Assert.Null((await Sending.RowAsync(Site, other)).Delivery);
    }

    [Fact]
    public async Task Whatever_the_order_a_delivery_is_final_and_only_it_overrides_a_failure()
    {
        foreach (var one in All)
            foreach (var then in All)
            {
                var id = await AcceptedAsync();
                await TellAsync(Addresses.Of("First", id), one);
                Site.Clock.Advance(TimeSpan.FromSeconds(1));
                await TellAsync(Addresses.Of("First", id), then);
                var end = one == SmsDelivery.Delivered || then == SmsDelivery.Delivered ? SmsDelivery.Delivered
                    : one == SmsDelivery.Failed || then == SmsDelivery.Failed ? SmsDelivery.Failed : SmsDelivery.Buffered;
                var row = await Sending.RowAsync(Site, id);
                Assert.Equal(end, row.Delivery);
                Assert.Equal(one == end, row.DeliveryAt < Site.Clock.GetUtcNow());
            }
    }

    [Fact]
    public async Task A_receipt_that_comes_again_changes_and_counts_nothing()
    {
        using var figures = new Storage.Figures(Site);
        var id = await AcceptedAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await TellAsync(Addresses.Of("First", id), SmsDelivery.Failed)).Status);
        Assert.Single(figures.Of("sms.receipts"));
    }

    [Fact]
    public async Task Of_many_at_the_same_time_the_delivery_is_what_stays()
    {
        using var figures = new Storage.Figures(Site);
        for (var round = 0; round < 5; round++)
        {
            var id = await AcceptedAsync();
            var replies = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => TellAsync(Addresses.Of("First", id), All[i % 3])));
            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
            Assert.Equal(SmsDelivery.Delivered, (await Sending.RowAsync(Site, id)).Delivery);
        }

        Assert.Equal(5, figures.Of("sms.receipts", "Delivered").Count);
    }

    [Theory]
    [InlineData(SmsDelivery.Delivered)]
    [InlineData(SmsDelivery.Failed)]
    [InlineData(SmsDelivery.Buffered)]
    public async Task A_message_whose_answer_was_lost_is_proven_to_have_been_had(SmsDelivery told)
    {
        await using var losing = Sending.SiteWith(kind, new RecordingGateway
        {
            Name = "First", Repeats = SmsRepeats.ToldByReceipt, Answer = (_, _) => Task.FromResult(SmsAnswer.Unknown),
        });
        var id = (await Sending.SaveAsync(losing))[0];
        Assert.NotNull((await Sending.UntilAsync(losing, id, MessageState.Unknown)).TextCipher);
        await TellAsync(losing.Service<ReceiptAddresses>().Of("First", id), told, on: losing);
        var row = await Sending.RowAsync(losing, id);
        Assert.Equal((MessageState.Accepted, told, null, null, null), (row.State, row.Delivery, row.TextCipher, row.PhoneCipher, row.RetryAt));
        Assert.NotNull(row.AcceptedAt);
    }

    [Fact]
    public async Task So_is_one_that_is_told_of_before_its_answer_came_and_the_answer_changes_nothing()
    {
        var answer = new TaskCompletionSource<SmsAnswer>();
        first.Answer = (_, _) => answer.Task;
        var id = (await Sending.SaveAsync(Site))[0];
        await Eventually.TrueAsync(() => Task.FromResult(first.Handed.Count == 1), "the hand-over");
        await TellAsync(Addresses.Of("First", id), SmsDelivery.Delivered);
        Assert.Equal(MessageState.Accepted, (await Sending.RowAsync(Site, id)).State);
        answer.SetResult(SmsAnswer.Unknown);
        first.Answer = (_, _) => Task.FromResult(SmsAnswer.Accepted());
        await Sending.UntilAsync(Site, (await Sending.SaveAsync(Site))[0], MessageState.Accepted);
        var row = await Sending.RowAsync(Site, id);
        Assert.Equal((MessageState.Accepted, SmsDelivery.Delivered, 1, null), (row.State, row.Delivery, row.Attempts, row.TextCipher));
        Assert.Empty(second.Handed);
    }

    [Fact]
    public async Task That_the_first_gateway_failed_says_nothing_once_another_has_the_message()
    {
        first.Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain);
        var id = (await Sending.SaveAsync(Site))[0];
        Assert.Equal("Second", (await Sending.UntilAsync(Site, id, MessageState.Accepted)).Gateway);
        await TellAsync(Addresses.Of("First", id), SmsDelivery.Failed);
        Assert.Null((await Sending.RowAsync(Site, id)).Delivery);
        await TellAsync(Addresses.Of("First", id), SmsDelivery.Delivered);
        Assert.Equal(SmsDelivery.Delivered, (await Sending.RowAsync(Site, id)).Delivery);
    }

    [Fact]
    public async Task Who_does_not_know_the_word_is_told_nothing()
    {
        var (id, other) = (await AcceptedAsync(), await AcceptedAsync());
        string Word(Uri address) => address.Segments[^1];
        var right = Addresses.Of("First", id).AbsolutePath;
        string[] wrong =
        [
            right[..^1] + (right[^1] == 'A' ? 'B' : 'A'), right + "A", right[..^1],
            $"/sms/receipts/First/{id:D}/{Word(Addresses.Of("First", other))}", $"/sms/receipts/First/{id:D}/{Word(Addresses.Of("First"))}",
            $"/sms/receipts/First/{id:D}/{Word(Addresses.Of("Second", id))}", $"/sms/receipts/First/{Word(Addresses.Of("Second"))}",
            $"/sms/receipts/first/{id:D}/{Word(Addresses.Of("First", id))}", $"/sms/receipts/None/{Word(Addresses.Of("None"))}", "/sms/receipts/First",
        ];
        foreach (var path in wrong)
            foreach (var byPost in (bool[])[true, false])
                Assert.Equal(HttpStatusCode.NotFound, (await TellAsync(new Uri(Site.Address, path), SmsDelivery.Delivered, $"g-{id:N}", byPost)).Status);
        Assert.Null((await Sending.RowAsync(Site, id)).Delivery);
        var gone = await TellAsync(Addresses.Of("First", Guid.CreateVersion7()), SmsDelivery.Delivered);
        Assert.Equal((HttpStatusCode.NotFound, ""), (gone.Status, gone.Body));
    }

    [Fact]
    public async Task What_was_not_asked_for_is_ignored_and_what_is_too_long_refused()
    {
        var id = await AcceptedAsync();
        var address = Addresses.Of("First", id).AbsolutePath;
        Assert.Equal("OK", (await Site.NewVisitor().GetAsync(address + "?told=Sent")).Body);
        using var long_ = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, address)) { Content = new StringContent(new string('x', 65 * 1024)) };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Site.NewVisitor().SendAsync(long_)).Status);
        Assert.Null((await Sending.RowAsync(Site, id)).Delivery);
    }

    [Fact]
    public async Task No_line_of_the_log_tells_the_word_nor_is_a_cookie_set()
    {
        var id = await AcceptedAsync();
        foreach (var address in (Uri[])[Addresses.Of("First", id), Addresses.Of("First"), Addresses.Of("First", Guid.CreateVersion7())])
        {
            var visitor = Site.NewVisitor();
            await visitor.GetAsync(address.PathAndQuery + "?told=Delivered");
            Assert.Empty(visitor.Cookies);
            Assert.DoesNotContain(Site.Log.Lines, line => line.Contains(address.Segments[^1], StringComparison.Ordinal));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (begun is not null) await begun.DisposeAsync();
    }

    private async Task<Guid> AcceptedAsync()
    {
        var id = (await Sending.SaveAsync(Site))[0];
        await Sending.UntilAsync(Site, id, MessageState.Accepted);
        return id;
    }

    private async Task<Reply> TellAsync(Uri address, SmsDelivery told, string? gatewayId = null, bool byPost = false, TestSite? on = null)
    {
        var site = on ?? Site;
        using var request = new HttpRequestMessage(
            byPost ? HttpMethod.Post : HttpMethod.Get, new Uri(site.Address, $"{address.AbsolutePath}?told={told}&id={gatewayId}"));
        return await site.NewVisitor().SendAsync(request);
    }
}

/// <inheritdoc/>
public sealed class ReceiptTestsOnSqlite() : ReceiptTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ReceiptTestsOnPostgres() : ReceiptTests(DatabaseKind.Postgres);
