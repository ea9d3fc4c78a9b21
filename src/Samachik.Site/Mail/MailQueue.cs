using System.Text.Json;
using System.Threading.Channels;
using Samachik.Rules.Agreements;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Mail;

/// <summary>What an e-mail says, and in which language. Prints nothing of it.</summary>
public sealed record MailText(string Subject, string Text, ReadingLanguage Language = ReadingLanguage.Thai)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(MailText);
}

/// <summary>An e-mail to hand over. Prints nothing of it.</summary>
public sealed record MailMessage(Guid Id, EmailAddress To, MailText Content)
{
    /// <inheritdoc/>
    public override string ToString() => $"Mail {Id:D}";
}

/// <summary>Puts e-mails into the caller's save, encrypted, and wakes the worker once they are saved.</summary>
public sealed class MailQueue(FieldCipher cipher)
{
    private const string Column = "outgoing_mails.content";

    private readonly Channel<bool> saved = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Adds an e-mail to what the caller is about to save.</summary>
    public void Add(MembersDb db, MessageKind kind, EmailAddress to, MailText text, DateTimeOffset now, DateTimeOffset notAfter)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(text);
        var id = Guid.CreateVersion7(now);
        db.OutgoingMails.Add(new OutgoingMailRow
        {
            Id = id,
            Kind = kind,
            ContentCipher = cipher.Seal(JsonSerializer.Serialize(new Content(to.Text, text.Subject, text.Text, text.Language)), Column, id),
            CreatedAt = now,
            NotAfter = notAfter,
            State = MessageState.Waiting,
        });
    }

    /// <summary>Tells the worker that something was saved.</summary>
    public void Wake() => saved.Writer.TryWrite(true);

    /// <summary>Ends when something was saved.</summary>
    internal ValueTask<bool> SavedAsync(CancellationToken stop) => saved.Reader.ReadAsync(stop);

    /// <summary>Reads a saved e-mail; null once it is wiped.</summary>
    internal MailMessage? Open(OutgoingMailRow row) =>
        row.ContentCipher is { } content && JsonSerializer.Deserialize<Content>(cipher.Open(content, Column, row.Id)) is { } read
        && EmailAddress.TryParse(read.To, out var to, out _)
            ? new MailMessage(row.Id, to, new MailText(read.Subject, read.Text, read.Language)) : null;

    private sealed record Content(string To, string Subject, string Text, ReadingLanguage Language)
    {
        public override string ToString() => nameof(Content);
    }
}
