using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>Which gateway a message goes to, and when to another.</summary>
public abstract class FailoverTests(DatabaseKind kind)
{
    private readonly RecordingGateway first = new() { Name = "First" }, second = new() { Name = "Second" };

    [Fact]
    public async Task The_preferred_gateway_gets_the_message_and_the_text_is_wiped()
    {
        await using var site = Sending.SiteWith(kind, first, second);
        var row = await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        Assert.Equal(("First", null, null), (row.Gateway, row.TextCipher, row.PhoneCipher));
        Assert.NotNull(row.AcceptedAt);
        Assert.Empty(second.Handed);
    }

    [Theory]
    [InlineData(SmsOutcome.TryAgain)]
    [InlineData(SmsOutcome.Refused)]
    public async Task What_the_first_does_not_take_the_second_gets(SmsOutcome outcome)
    {
        Answers(first, outcome);
        await using var site = Sending.SiteWith(kind, first, second);
        var row = await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        Assert.Equal("Second", row.Gateway);
        Assert.Single(first.Handed);
        Assert.Single(second.Handed);
    }

    [Fact]
    public async Task What_all_refuse_is_refused_with_the_reason_and_wiped()
    {
        Answers(first, SmsOutcome.Refused);
        Answers(second, SmsOutcome.Refused);
        await using var site = Sending.SiteWith(kind, first, second);
        var row = await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Refused);
        Assert.Equal((SmsRefusal.Barred, null), (row.Refusal, row.TextCipher));
    }

    [Fact]
    public async Task A_message_that_one_gateway_failed_before_goes_to_another_first()
    {
        await using var site = Sending.SiteWith(kind, first, second);
        var row = await Sending.UntilAsync(site, (await Sending.SaveAsync(site, avoid: "First"))[0], MessageState.Accepted);
        Assert.Equal("Second", row.Gateway);
        Assert.Empty(first.Handed);
    }

    [Fact]
    public async Task A_failing_gateway_is_left_alone_then_tried_with_one_message_and_comes_back()
    {
        Answers(first, SmsOutcome.TryAgain);
        await using var site = Sending.SiteWith(kind, first, second);
        for (var i = 0; i < 6; i++) await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        Assert.Equal((4, 6), (first.Handed.Count, second.Handed.Count));
        Assert.True(site.Service<GatewayHealth>().PreferredIsDown);

        site.Clock.Advance(TimeSpan.FromSeconds(31));
        await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted);
        Assert.Equal(5, first.Handed.Count);

        Answers(first, SmsOutcome.Accepted);
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        for (var i = 0; i < 3; i++)
            Assert.Equal("First", (await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted)).Gateway);
        Assert.False(site.Service<GatewayHealth>().PreferredIsDown);
    }

    [Fact]
    public async Task A_gateway_switched_off_gets_nothing_until_it_is_switched_on()
    {
        await using var site = Sending.SiteWith(kind, first, second);
        Assert.Equal("First", (await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted)).Gateway);
        await Sending.SwitchAsync(site, "First", isOff: true);
        Assert.Equal("Second", (await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted)).Gateway);
        Assert.True(site.Service<GatewayHealth>().PreferredIsDown);
        await Sending.SwitchAsync(site, "First", isOff: false);
        Assert.Equal("First", (await Sending.UntilAsync(site, (await Sending.SaveAsync(site))[0], MessageState.Accepted)).Gateway);
    }

    [Fact]
    public async Task With_all_switched_off_messages_wait_and_the_node_is_not_ready()
    {
        await using var site = Sending.SiteWith(kind, first);
        await Sending.SwitchAsync(site, "First", isOff: true);
        var id = (await Sending.SaveAsync(site))[0];
        var row = await Sending.UntilAsync(site, id, MessageState.Waiting);
        Assert.NotNull(row.TextCipher);
        var ready = await site.NewVisitor().GetAsync("/health/ready");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("gateways", ready.Body, StringComparison.Ordinal);
        await Sending.SwitchAsync(site, "First", isOff: false);
        await Sending.PassAsync(site, async () => (await Sending.RowAsync(site, id)).State == MessageState.Accepted, "the message to go out");
        Assert.Single(first.Handed);
    }

    private static void Answers(RecordingGateway gateway, SmsOutcome outcome) => gateway.Answer = (_, _) => Task.FromResult(outcome switch
    {
        SmsOutcome.Accepted => SmsAnswer.Accepted(),
        SmsOutcome.Refused => SmsAnswer.Refused(SmsRefusal.Barred),
        SmsOutcome.TryAgain => SmsAnswer.TryAgain,
        SmsOutcome.Unknown => SmsAnswer.Unknown,
    });
}

/// <inheritdoc/>
public sealed class FailoverTestsOnSqlite() : FailoverTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class FailoverTestsOnPostgres() : FailoverTests(DatabaseKind.Postgres);
