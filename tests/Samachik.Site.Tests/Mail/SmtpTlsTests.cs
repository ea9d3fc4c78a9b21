using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Mail;

/// <summary>Nothing is said to a server that is not the one it claims to be, and no password in the clear.</summary>
[Trait("Category", "Process")]
public sealed class SmtpTlsTests : IDisposable
{
    private const string Name = "office-mail";
    private const string Password = "Rk4Tn8Lp2Vs";

    private readonly MailCertificates certificates = new();

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task A_server_with_a_certificate_that_nobody_knows_gets_neither_password_nor_mail(string security)
    {
        using var certificate = certificates.Sign("localhost");
        await using var server = new SmtpServer { Certificate = certificate, IsTlsAtOnce = security == "Tls", User = (Name, Password) };
        await RefusedAsync(server, security, "SslHandshakeException");
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_gets_neither_password_nor_mail()
    {
        await using var server = new SmtpServer { User = (Name, Password) };
        await RefusedAsync(server, "StartTls", "NotSupportedException");
    }

    // The machine's trust is told to OpenSSL by this variable, when the program starts.
    [Theory]
    [InlineData("StartTls", Password)]
    [InlineData("Tls", Password)]
    [InlineData("StartTls", "wrong")]
    public async Task A_server_whose_certificate_is_trusted_gets_the_mail_once_it_knows_the_sender(string security, string password)
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        var authority = Path.Combine(place.Folder, "authority.crt");
        await File.WriteAllTextAsync(authority, certificates.Authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        using var certificate = certificates.Sign("localhost");
        await using var server = new SmtpServer { Certificate = certificate, IsTlsAtOnce = security == "Tls", User = (Name, Password) };
        await using var desk = new TestSite(place) { Clock = new(TimeProvider.System.GetUtcNow()), Services = MailDesk.WithoutWorker };
        var id = await MailDesk.SaveAsync(desk);
        await using var program = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), [.. Settings(server, security, password), ("SSL_CERT_FILE", authority)]);
        if (password == Password)
        {
            await MailDesk.UntilAsync(desk, id, MessageState.Accepted);
            var mail = Assert.Single(server.Delivered);
            Assert.Equal((true, Name), (mail.IsEncrypted, mail.User));
        }
        else
        {
            await MailDesk.UntilAsync(desk, id, row => row.Attempts == 1, "a first try");
            Assert.DoesNotContain(server.Moments, moment => moment.StartsWith("MAIL", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(password, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_between_the_text_and_the_answer_repeats_nothing()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var server = new SmtpServer { Script = moment => moment == "END" ? SmtpServer.Hang : null };
        await using var desk = new TestSite(place) { Clock = new(TimeProvider.System.GetUtcNow()), Services = MailDesk.WithoutWorker };
        var id = await MailDesk.SaveAsync(desk);
        await using (var program = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), Settings(server, "None", "")))
        {
            await Eventually.TrueAsync(() => Task.FromResult(server.Moments.Contains("END")), "the whole text");
            await program.KillAsync();
        }

        Assert.Equal(MessageState.Taken, (await MailDesk.RowAsync(desk, id)).State);
        server.Script = _ => null;
        await using var next = new TestSite(place, MailDesk.Through(server)) { Clock = new(TimeProvider.System.GetUtcNow().AddMinutes(2)) };
        next.EnsureStarted();
        await MailDesk.UntilAsync(next, id, MessageState.Unknown);
        Assert.Empty(server.Delivered);
    }

    /// <inheritdoc/>
    public void Dispose() => certificates.Dispose();

    private static (string Key, string Value)[] Settings(SmtpServer server, string security, string password) =>
    [
        .. MailDesk.Through(server).Where(pair => pair.Key is not ("Mail:Host" or "Mail:Security")),
        ("Mail:Host", "localhost"), ("Mail:Security", security),
        .. password.Length == 0 ? [] : ((string, string)[])[("Mail:User", Name), ("Mail:Password", password)],
    ];

    private static async Task RefusedAsync(SmtpServer server, string security, string fault)
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, Settings(server, security, Password));
        var id = await MailDesk.SendAsync(site);
        var row = await MailDesk.UntilAsync(site, id, row => row.Attempts == 1, "a first try");
        Assert.Equal(MessageState.Waiting, row.State);
        Assert.DoesNotContain(server.Moments, moment => moment.StartsWith("AUTH", StringComparison.Ordinal) || moment.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Contains(fault, Assert.Single(site.Log.Errors), StringComparison.Ordinal);
        MailDesk.TellsNothing(site.Log);
    }
}
