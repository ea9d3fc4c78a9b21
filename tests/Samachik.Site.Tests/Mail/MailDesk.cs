using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Site.Mail;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Mail;

/// <summary>Queues e-mails as acts do, and looks what became of them.</summary>
internal static class MailDesk
{
    /// <summary>An address that no other text of a test holds.</summary>
    public const string Address = "somchai.jaidee@example.com";

    /// <summary>A text that no other text of a test holds.</summary>
    public static MailText Text { get; } = new("เรื่องลับเฉพาะคุณ", "บรรทัดแรก\n\nบรรทัดลับ");

    /// <summary>Settings that send through a server on this machine.</summary>
    public static (string Key, string Value)[] Through(SmtpServer server, params (string Key, string Value)[] more) =>
    [
        ("Mail:Kind", "Smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port), ("Mail:Security", "None"),
        ("Mail:From", "account@member.example.go.th"), .. more,
    ];

    /// <summary>Saves an e-mail, as an act does, and leaves it to the worker's next look.</summary>
    public static Task<Guid> SaveAsync(TestSite site, string to = Address, MailText? text = null, TimeSpan? life = null)
    {
        Assert.True(EmailAddress.TryParse(to, out var address, out _));
        return site.LookAsync(async db =>
        {
            var now = site.Clock.GetUtcNow();
            site.Service<MailQueue>().Add(db, MessageKind.Notice, address, text ?? Text, now, now + (life ?? TimeSpan.FromDays(10)));
            Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
            return db.OutgoingMails.Local.Single().Id;
        });
    }

    /// <summary>Saves an e-mail and wakes the worker.</summary>
    public static async Task<Guid> SendAsync(TestSite site, string to = Address, MailText? text = null, TimeSpan? life = null)
    {
        var id = await SaveAsync(site, to, text, life);
        site.Service<MailQueue>().Wake();
        return id;
    }

    /// <summary>The row as it stands.</summary>
    public static Task<OutgoingMailRow> RowAsync(TestSite site, Guid id) =>
        site.LookAsync(db => db.OutgoingMails.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>Waits until the row is so.</summary>
    public static async Task<OutgoingMailRow> UntilAsync(TestSite site, Guid id, Func<OutgoingMailRow, bool> isSo, string what) =>
        await Eventually.GetAsync(async () => await RowAsync(site, id) is var row && isSo(row) ? row : null, what);

    /// <summary>Waits until the row has a state, and is wiped if that is its last.</summary>
    public static async Task<OutgoingMailRow> UntilAsync(TestSite site, Guid id, MessageState state)
    {
        var row = await UntilAsync(site, id, row => row.State == state, $"a mail that is {state}");
        if (state is not (MessageState.Waiting or MessageState.Taken)) Assert.Null(row.ContentCipher);
        return row;
    }

    /// <summary>A site that saves e-mails and leaves them to another.</summary>
    public static void WithoutWorker(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(MailWorker)));

    /// <summary>Lets time pass and the worker look again.</summary>
    public static void Pass(TestSite site, TimeSpan time)
    {
        site.Clock.Advance(time);
        site.Service<MailQueue>().Wake();
    }

    /// <summary>No line of the log tells whom the mail was for or what it said.</summary>
    public static void TellsNothing(SiteLog log) => Law.Holds(
        from line in log.Lines
        where ((string[])["somchai", "jaidee", "example.com", "เรื่องลับ", "บรรทัด"]).Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
        select line);
}
