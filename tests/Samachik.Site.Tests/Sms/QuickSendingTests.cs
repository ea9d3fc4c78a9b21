using System.Diagnostics;
using Samachik.Site.Sms;

namespace Samachik.Site.Tests.Sms;

/// <summary>How soon after its save a message is in a gateway's hands, when nothing else is to be done.</summary>
[Trait("Category", "Timing")]
public abstract class QuickSendingTests(DatabaseKind kind)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_message_is_handed_over_within_200_milliseconds_of_its_save()
    {
        var handed = new SemaphoreSlim(0);
        var gateway = new RecordingGateway
        {
            Answer = (_, _) =>
            {
                handed.Release();
                return Task.FromResult(SmsAnswer.Accepted());
            },
        };
        await using var site = new TestSite(kind) { Gateway = gateway };
        site.EnsureStarted();
        var took = new List<TimeSpan>();
        for (var i = 0; i < 21; i++)
        {
            await Sending.SaveAsync(site, wakes: false);
            var watch = Stopwatch.StartNew();
            site.Service<MessageQueue>().Wake();
            Assert.True(await handed.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken), "It was not handed over.");
            took.Add(watch.Elapsed);
        }

        // The middle one: a busy machine stops every process for a while now and then.
        took.Sort();
        Assert.True(took[10] < Limit, $"It took {string.Join(", ", took.Select(time => $"{time.TotalMilliseconds:0}"))} ms.");
    }
}

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class QuickSendingTestsOnSqlite() : QuickSendingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class QuickSendingTestsOnPostgres() : QuickSendingTests(DatabaseKind.Postgres);
