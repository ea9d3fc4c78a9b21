using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Mail;

/// <summary>Real conversations with an SMTP server: what it answers decides, and no mail goes out twice.</summary>
public abstract class SmtpTests(DatabaseKind kind)
{
    [Fact]
    public async Task A_mail_is_handed_over_once_and_wiped()
    {
        await using var server = new SmtpServer();
        await using var site = new TestSite(kind, MailDesk.Through(server));
        var row = await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site), MessageState.Accepted);
        Assert.Equal(site.Clock.GetUtcNow(), row.AcceptedAt);
        var mail = Assert.Single(server.Delivered);
        Assert.Equal(("account@member.example.go.th", MailDesk.Address), (mail.From, mail.To));
        MailDesk.Pass(site, TimeSpan.FromMinutes(5));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site, "other@example.org"), MessageState.Accepted);
        Assert.Equal(2, server.Delivered.Count);
        MailDesk.TellsNothing(site.Log);
        Assert.Empty(site.Log.Errors);
    }

    [Fact]
    public async Task A_batch_goes_over_one_connection()
    {
        await using var server = new SmtpServer();
        await using var place = new TestPlace(kind);
        await using var desk = new TestSite(place) { Services = MailDesk.WithoutWorker };
        for (var i = 0; i < 5; i++) await MailDesk.SaveAsync(desk);
        await using var site = new TestSite(place, MailDesk.Through(server));
        await Eventually.TrueAsync(
            () => site.LookAsync(db => db.OutgoingMails.AllAsync(row => row.State == MessageState.Accepted)), "all five mails");
        Assert.Equal((5, 1), (server.Delivered.Count, server.Connections));
        await Eventually.TrueAsync(() => Task.FromResult(server.Moments[^1] == "QUIT"), "the goodbye");
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 not you somchai.jaidee@example.com")]
    [InlineData("RCPT", "550 5.1.1 no somchai.jaidee@example.com here")]
    [InlineData("RCPT", "553 5.1.3 odd")]
    [InlineData("DATA", "554 5.5.1 no")]
    [InlineData("END", "550 5.7.1 refused")]
    public async Task A_mail_refused_for_good_is_not_repeated(string moment, string reply)
    {
        await using var server = new SmtpServer { Script = At(moment, reply) };
        await using var site = new TestSite(kind, MailDesk.Through(server));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site), MessageState.Refused);
        server.Script = _ => null;
        MailDesk.Pass(site, TimeSpan.FromHours(2));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site, "other@example.org"), MessageState.Accepted);
        Assert.Equal("other@example.org", Assert.Single(server.Delivered).To);
        MailDesk.TellsNothing(site.Log);
    }

    [Theory]
    [InlineData("CONNECT", "421 4.3.2 too busy")]
    [InlineData("CONNECT", SmtpServer.Cut)]
    [InlineData("EHLO", SmtpServer.Cut)]
    [InlineData("MAIL", "451 4.3.0 later")]
    [InlineData("RCPT", "450 4.2.1 somchai.jaidee@example.com is greylisted")]
    [InlineData("RCPT", "421 4.3.2 going down")]
    [InlineData("RCPT", SmtpServer.Cut)]
    [InlineData("DATA", SmtpServer.Cut)]
    [InlineData("DATA", "452 4.3.1 full")]
    [InlineData("END", "451 4.7.1 later")]
    public async Task A_mail_that_the_server_cannot_have_is_tried_again(string moment, string reply)
    {
        await using var server = new SmtpServer { Script = At(moment, reply) };
        await using var site = new TestSite(kind, MailDesk.Through(server));
        var id = await MailDesk.SendAsync(site);
        var row = await MailDesk.UntilAsync(site, id, row => row.Attempts == 1, "a first try");
        Assert.Equal((MessageState.Waiting, site.Clock.GetUtcNow() + TimeSpan.FromSeconds(5)), (row.State, row.RetryAt));
        Assert.NotNull(row.ContentCipher);
        Assert.Empty(server.Delivered);
        MailDesk.Pass(site, TimeSpan.FromSeconds(5));
        row = await MailDesk.UntilAsync(site, id, row => row.Attempts == 2, "a second try");
        Assert.Equal(site.Clock.GetUtcNow() + TimeSpan.FromSeconds(10), row.RetryAt);
        server.Script = _ => null;
        MailDesk.Pass(site, TimeSpan.FromSeconds(10));
        await MailDesk.UntilAsync(site, id, MessageState.Accepted);
        Assert.Single(server.Delivered);
        MailDesk.TellsNothing(site.Log);
    }

    [Theory]
    [InlineData("BODY")]
    [InlineData("END")]
    public async Task A_line_cut_while_the_text_goes_out_gives_the_mail_up(string moment)
    {
        await using var server = new SmtpServer { Script = At(moment, SmtpServer.Cut) };
        await using var site = new TestSite(kind, MailDesk.Through(server));
        var id = await MailDesk.SendAsync(site);
        await MailDesk.UntilAsync(site, id, MessageState.Unknown);
        server.Script = _ => null;
        MailDesk.Pass(site, TimeSpan.FromHours(2));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site, "other@example.org"), MessageState.Accepted);
        Assert.Equal("other@example.org", Assert.Single(server.Delivered).To);
        MailDesk.TellsNothing(site.Log);
    }

    [Theory]
    [InlineData("CONNECT", MessageState.Waiting)]
    [InlineData("RCPT", MessageState.Waiting)]
    [InlineData("END", MessageState.Unknown)]
    public async Task A_server_that_hangs_is_waited_for_ten_seconds(string moment, MessageState expected)
    {
        await using var server = new SmtpServer { Script = At(moment, SmtpServer.Hang) };
        await using var site = new TestSite(kind, MailDesk.Through(server));
        var id = await MailDesk.SendAsync(site);
        await Eventually.TrueAsync(() => Task.FromResult(server.Moments.Any(seen => seen.StartsWith(moment, StringComparison.Ordinal))), "the hang");
        site.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(MessageState.Taken, (await MailDesk.RowAsync(site, id)).State);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await MailDesk.UntilAsync(site, id, expected);
        MailDesk.TellsNothing(site.Log);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_once_a_batch_and_longer_and_longer_apart()
    {
        // Bound, so that no other test's server gets this port; and not listening.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var place = new TestPlace(kind);
        await using var desk = new TestSite(place) { Services = MailDesk.WithoutWorker };
        var ids = new[] { await MailDesk.SaveAsync(desk), await MailDesk.SaveAsync(desk), await MailDesk.SaveAsync(desk) };
        await using var server = new SmtpServer();
        var port = ((IPEndPoint?)nobody.LocalEndPoint)?.Port.ToString(CultureInfo.InvariantCulture) ?? "";
        await using var site = new TestSite(place, MailDesk.Through(server, ("Mail:Port", port)));
        site.EnsureStarted();
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            foreach (var id in ids) await MailDesk.UntilAsync(site, id, row => row.Attempts == attempt, $"try {attempt}");
            var row = await MailDesk.RowAsync(site, ids[0]);
            Assert.Equal(Math.Min(5 * Math.Pow(2, attempt - 1), 3600), (row.RetryAt - site.Clock.GetUtcNow())?.TotalSeconds);
            if (attempt < 12) MailDesk.Pass(site, TimeSpan.FromHours(1));
        }

        Assert.Equal((12, 0), (site.Log.Errors.Count(), server.Connections));
        MailDesk.TellsNothing(site.Log);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_wiped_unsent()
    {
        await using var server = new SmtpServer { Script = At("RCPT", "450 4.2.1 later") };
        await using var site = new TestSite(kind, MailDesk.Through(server));
        var id = await MailDesk.SendAsync(site, life: TimeSpan.FromSeconds(5));
        await MailDesk.UntilAsync(site, id, row => row.Attempts == 1, "a first try");
        server.Script = _ => null;
        MailDesk.Pass(site, TimeSpan.FromSeconds(5));
        await MailDesk.UntilAsync(site, id, MessageState.TooLate);
        Assert.Empty(server.Delivered);
    }

    [Fact]
    public async Task A_mail_whose_worker_died_is_given_up_and_one_that_no_key_opens_stops_nobody()
    {
        await using var server = new SmtpServer();
        await using var place = new TestPlace(kind);
        await using var desk = new TestSite(place) { Services = MailDesk.WithoutWorker };
        var (taken, sealedElsewhere) = (await MailDesk.SaveAsync(desk), await MailDesk.SaveAsync(desk));
        var now = desk.Clock.GetUtcNow();
        await desk.LookAsync(db => db.OutgoingMails.Where(row => row.Id == taken).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.Taken).SetProperty(row => row.TakenAt, now)));
        await desk.LookAsync(async db =>
        {
            var row = await db.OutgoingMails.SingleAsync(row => row.Id == sealedElsewhere);
            row.ContentCipher = [.. row.ContentCipher?.Reverse() ?? []];
            return await db.SaveChangesAsync();
        });
        await using var site = new TestSite(place, MailDesk.Through(server));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site), MessageState.Accepted);
        await MailDesk.UntilAsync(site, sealedElsewhere, MessageState.TooLate);
        Assert.Equal(MessageState.Taken, (await MailDesk.RowAsync(site, taken)).State);
        MailDesk.Pass(site, TimeSpan.FromMinutes(1));
        await MailDesk.UntilAsync(site, taken, MessageState.Unknown);
        Assert.Single(server.Delivered);
    }

    private static Func<string, string?> At(string moment, string reply) =>
        seen => seen.StartsWith(moment, StringComparison.Ordinal) ? reply : null;
}

/// <inheritdoc/>
public sealed class SmtpTestsOnSqlite() : SmtpTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class SmtpTestsOnPostgres() : SmtpTests(DatabaseKind.Postgres);
