namespace Samachik.Site.Mail;

/// <summary>A site without e-mail: what still waits from before is refused, and so wiped.</summary>
public sealed class NoMail : IMailSender
{
    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken stop) => Task.FromResult(MailOutcome.Refused);

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken stop) => Task.CompletedTask;
}
