using Microsoft.EntityFrameworkCore;
using Samachik.Site.Mail;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Mail;

/// <summary>Two nodes on one database: each mail goes out once, whoever is quicker.</summary>
public sealed class TwoWorkersTests
{
    private const int Mails = 80;

    [Fact]
    public async Task Two_workers_never_send_one_mail_twice()
    {
        await using var server = new SmtpServer();
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var one = new TestSite(place, MailDesk.Through(server));
        await using var other = new TestSite(place, MailDesk.Through(server));
        one.EnsureStarted();
        other.EnsureStarted();
        for (var i = 0; i < Mails; i++) await MailDesk.SaveAsync(one, $"reader{i}@example.com");
        // The server takes no mail before both have a line to it: so both take part, whoever is quicker.
        server.Script = moment => !moment.StartsWith("MAIL", StringComparison.Ordinal)
            || SpinWait.SpinUntil(() => server.Connections > 1, Eventually.Patience) ? null : SmtpServer.Cut;
        Parallel.Invoke(one.Service<MailQueue>().Wake, other.Service<MailQueue>().Wake);
        await Eventually.TrueAsync(
            () => one.LookAsync(db => db.OutgoingMails.AllAsync(row => row.State == MessageState.Accepted)), "all mails");
        var readers = server.Delivered.Select(mail => mail.To).ToList();
        Assert.Equal(Mails, readers.Count);
        Assert.Equal(Mails, readers.Distinct().Count());
        Assert.All((TestSite[])[one, other], site => Assert.Contains(site.Log.Lines, line => line.Contains("Accepted", StringComparison.Ordinal)));
    }
}
