using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Samachik.Site.Settings;

namespace Samachik.Site.Mail.Smtp;

/// <summary>
/// Through an SMTP server: one connection for a batch, with the server's certificate checked. A server that is not
/// there is asked once a batch. Logs the kinds of faults and the server's numbers, never its words: they hold addresses.
/// </summary>
public sealed class SmtpSender(ComposeMail compose, SiteSettings settings, TimeProvider time, ILogger<SmtpSender> log) : IMailSender, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SmtpClient? line;
    private bool isDown;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (isDown || !await ConnectAsync(stop)) return MailOutcome.TryAgain;
        var handingOver = new HandingOver();
        try
        {
            using var message = compose.Write(mail);

            // Not ended by a stop: the server's answer tells whether it has the mail, and nobody asks again.
            using var patience = new CancellationTokenSource(Patience, time);
            await Line.SendAsync(message, patience.Token, handingOver);
            return MailOutcome.Accepted;
        }
        catch (SmtpCommandException e)
        {
            log.LogWarning("Mail {Mail}: the server answered {Status}", mail.Id, (int)e.StatusCode);
            return (int)e.StatusCode < 500 ? MailOutcome.TryAgain : MailOutcome.Refused;
        }
        catch (Exception e) when (IsBrokenLine(e))
        {
            log.LogWarning("Mail {Mail}: the line to the server broke: {Fault}", mail.Id, e.GetType().Name);
            Hang();
            return handingOver.HasBegun ? MailOutcome.Unknown : MailOutcome.TryAgain;
        }
    }

    /// <inheritdoc/>
    public async Task RestAsync(CancellationToken stop)
    {
        isDown = false;
        if (line is null) return;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await line.DisconnectAsync(quit: true, either.Token);
        }
        catch (Exception e) when (IsBrokenLine(e))
        {
            log.LogDebug("The server did not say goodbye.");
        }

        Hang();
    }

    /// <inheritdoc/>
    public void Dispose() => Hang();

    private SmtpClient Line => line ?? throw new InvalidOperationException("There is no connection.");

    private async Task<bool> ConnectAsync(CancellationToken stop)
    {
        if (line is { IsConnected: true }) return true;
        Hang();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        var mail = settings.Mail;

        // The lists of revoked certificates stand elsewhere; a notice must not wait for them.
        line = new SmtpClient { LocalDomain = settings.Office.PublicUrl.IdnHost, CheckCertificateRevocation = false };
        try
        {
            await line.ConnectAsync(mail.Host, mail.Port, Protection(mail.Security), either.Token);
            if (mail.User.Length > 0) await line.AuthenticateAsync(mail.User, mail.Password, either.Token);
            return true;
        }
        catch (Exception e) when (IsBrokenLine(e) || e is AuthenticationException or SslHandshakeException or NotSupportedException or SmtpCommandException)
        {
            log.LogError("Mail waits: the SMTP server cannot be used: {Fault}", e.GetType().Name);
            Hang();
            isDown = true;
            return false;
        }
    }

    private void Hang()
    {
        line?.Dispose();
        line = null;
    }

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
    };

    private static bool IsBrokenLine(Exception e) => e is IOException or SocketException or ProtocolException
        or OperationCanceledException or TimeoutException or ServiceNotConnectedException or ObjectDisposedException;

    /// <summary>Whether any byte of the e-mail itself went out: before that the server cannot have it.</summary>
    private sealed class HandingOver : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
