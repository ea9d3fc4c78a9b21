using System.Text.RegularExpressions;
using MimeKit;
using Samachik.Site.Settings;

namespace Samachik.Site.Mail.Drop;

/// <summary>One e-mail as Development's page shows it. Prints nothing of it.</summary>
public sealed record DroppedMail(
    string To, string Subject, string Text, string? Code, string? Reference, IReadOnlyList<string> Links, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(DroppedMail);
}

/// <summary>What was dropped in the folder, in this run and before, newest first.</summary>
public sealed partial class DroppedMails(SiteSettings settings)
{
    private const int Shown = 500;

    /// <summary>The e-mails, newest first; to one address only, if one is given.</summary>
    public IReadOnlyList<DroppedMail> Newest(string? to = null)
    {
        if (!Directory.Exists(settings.Mail.Folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(settings.Mail.Folder, "*" + DropSender.Ending)
                .OrderDescending(StringComparer.Ordinal).Take(Shown).Select(Read).OfType<DroppedMail>()
                .Where(mail => to is null || mail.To.Equals(to, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    // A file that is no e-mail, or is being taken away, is passed over.
    private static DroppedMail? Read(string file)
    {
        try
        {
            using var message = MimeMessage.Load(file);
            var text = (message.TextBody ?? "").ReplaceLineEndings("\n").TrimEnd('\n');
            var reference = ReferenceInText().Match(text) is { Success: true } letters ? letters.Groups[1].Value : null;
            var code = reference is not null && CodeInText().Match(text) is { Success: true } found ? found.Value : null;
            var to = message.To.Mailboxes.FirstOrDefault()?.Address ?? "";
            return new(to, message.Subject ?? "", text, code, reference, [.. LinkInText().Matches(text).Select(link => link.Value)], message.Date);
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4,10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeInText();

    [GeneratedRegex(@"(?:อ้างอิง|Reference) ([A-Z]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceInText();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex LinkInText();
}
