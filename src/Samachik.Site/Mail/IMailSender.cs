namespace Samachik.Site.Mail;

/// <summary>What became of an e-mail that was handed over.</summary>
public enum MailOutcome
{
    /// <summary>It was taken; from now on it is the server's.</summary>
    Accepted,

    /// <summary>It was refused for good; asking again changes nothing.</summary>
    Refused,

    /// <summary>It was not taken; it may be later.</summary>
    TryAgain,

    /// <summary>The line broke after the text began to go out: the server may have it, so it is never sent again.</summary>
    Unknown,
}

/// <summary>The way e-mail goes out: one of them, by the setting <c>Mail:Kind</c>. The worker alone uses it.</summary>
public interface IMailSender
{
    /// <summary>Hands an e-mail over; tells what became of it and throws only when it is broken.</summary>
    Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken stop);

    /// <summary>Ends what was opened for a batch.</summary>
    Task RestAsync(CancellationToken stop);
}
