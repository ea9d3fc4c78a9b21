using MimeKit;
using Samachik.Rules.Agreements;
using Samachik.Site.Settings;

namespace Samachik.Site.Mail;

/// <summary>
/// Writes the bytes of an e-mail: plain text in UTF-8, seven bits on the way, marked as sent by a machine so that no
/// machine answers it. Nothing that a person typed but the address is in its head.
/// </summary>
public sealed class ComposeMail(SiteSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>Writes it.</summary>
    public MimeMessage Write(MailMessage mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var (language, host) = (mail.Content.Language, settings.Office.PublicUrl.IdnHost);
        var from = settings.Mail.From.Length > 0 ? settings.Mail.From : $"no-reply@{host}";
        var message = new MimeMessage
        {
            Subject = OneLine(mail.Content.Subject),
            Date = time.GetUtcNow().ToOffset(Thailand),
            MessageId = $"{mail.Id:N}@{host}",
            Body = new TextPart("plain") { Text = mail.Content.Text },
        };
        message.From.Add(new MailboxAddress(OneLine(settings.Office.Name(language)), from));
        message.To.Add(new MailboxAddress(null, mail.To.Text));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, LanguageTag.Of(language));
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    // A line break in a head would begin another line of it.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
