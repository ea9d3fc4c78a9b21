using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Site.Sms;
using Samachik.Site.Sms.Outbox;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>The numbers of the outbox that behave as gateways do on bad days, and its receipts.</summary>
public abstract class OutboxTests(DatabaseKind kind) : IAsyncDisposable
{
    private readonly TestSite site = new(kind);

    [Fact]
    public async Task Any_other_number_gets_its_message_and_the_receipt_comes() =>
        Assert.Equal((1, MessageState.Accepted, null), await EndAsync("0812345678", row => row.Delivery == SmsDelivery.Delivered));

    [Fact]
    public async Task One_is_refused() =>
        Assert.Equal((0, MessageState.Refused, SmsRefusal.Number), await EndAsync("0800000001", row => row.State == MessageState.Refused));

    [Fact]
    public async Task Two_hangs_until_nobody_waits_any_longer()
    {
        var id = await SaveAsync("0800000002");
        await Eventually.TrueAsync(async () => (await Sending.RowAsync(site, id)).State == MessageState.Taken, "the hand-over");
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).State == MessageState.Unknown, "the end of the wait");
        Assert.Empty(await site.InboxAsync("0800000002"));
    }

    [Fact]
    public async Task Three_arrives_and_its_answer_is_lost_until_the_receipt_proves_it()
    {
        var id = await SaveAsync("0800000003");
        await Sending.UntilAsync(site, id, MessageState.Unknown);
        Assert.Single(await site.InboxAsync("0800000003"));
        var told = site.Clock.GetUtcNow();
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).State == MessageState.Accepted, "the proof");
        Assert.True(site.Clock.GetUtcNow() - told >= OutboxGateway.ProvenAfter);
        Assert.Null((await Sending.RowAsync(site, id)).TextCipher);
        await DeliveredAsync(id);
        Assert.Single(await site.InboxAsync("0800000003"));
    }

    [Fact]
    public async Task Four_arrives_late_and_is_told_to_wait_meanwhile()
    {
        var id = await SaveAsync("0800000004");
        await Eventually.TrueAsync(async () => (await Sending.RowAsync(site, id)).Delivery == SmsDelivery.Buffered, "the first receipt");
        Assert.Empty(await site.InboxAsync("0800000004"));
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).Delivery == SmsDelivery.Delivered, "the second receipt");
        Assert.Single(await site.InboxAsync("0800000004"));
    }

    [Fact]
    public async Task Five_arrives_twice() =>
        Assert.Equal((2, MessageState.Accepted, null), await EndAsync("0800000005", row => row.Delivery == SmsDelivery.Delivered));

    [Fact]
    public async Task Six_is_put_off_and_waits() =>
        Assert.Equal((0, MessageState.Waiting, null), await EndAsync("0800000006", row => row is { State: MessageState.Waiting, Attempts: > 0, RetryAt: not null }));

    [Fact]
    public async Task Seven_is_cut_and_nothing_arrives() =>
        Assert.Equal((0, MessageState.Unknown, null), await EndAsync("0800000007", row => row.State == MessageState.Unknown));

    [Fact]
    public async Task Eight_does_not_reach_the_phone() =>
        Assert.Equal((0, MessageState.Accepted, null), await EndAsync("0800000008", row => row.Delivery == SmsDelivery.Failed));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return site.DisposeAsync();
    }

    private async Task<(int Arrived, MessageState State, SmsRefusal? Why)> EndAsync(string phone, Func<OutgoingMessageRow, bool> isEnd)
    {
        var id = await SaveAsync(phone);
        var row = await Eventually.GetAsync(async () => await Sending.RowAsync(site, id) is var now && isEnd(now) ? now : null, "the end of the message");
        return ((await site.InboxAsync(phone)).Count, row.State, row.Refusal);
    }

    private Task DeliveredAsync(Guid id) =>
        Eventually.TrueAsync(async () => (await Sending.RowAsync(site, id)).Delivery == SmsDelivery.Delivered, "the receipt");

    private async Task<Guid> SaveAsync(string phone)
    {
        Assert.True(ThaiMobileNumber.TryParse(phone, out var to, out _), "Not a Thai mobile number.");
        var (queue, now) = (site.Service<MessageQueue>(), site.Clock.GetUtcNow());
        var id = await site.LookAsync(async db =>
        {
            queue.Add(db, MessageKind.Code, to, "รหัส 123456", null, null, now, now + TimeSpan.FromMinutes(5));
            await db.SaveChangesAsync();
            return await db.OutgoingMessages.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync();
        });
        queue.Wake();
        return id;
    }
}

/// <inheritdoc/>
public sealed class OutboxTestsOnSqlite() : OutboxTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class OutboxTestsOnPostgres() : OutboxTests(DatabaseKind.Postgres);
