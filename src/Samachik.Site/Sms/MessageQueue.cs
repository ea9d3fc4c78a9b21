using System.Threading.Channels;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>Puts messages into the caller's save, encrypted, and wakes the worker once they are saved.</summary>
public sealed class MessageQueue(FieldCipher cipher, LookupHash lookup)
{
    private const string PhoneColumn = "outgoing_messages.phone";
    private const int PrefixLength = 3;
    private const string TextColumn = "outgoing_messages.text";

    private readonly Channel<bool> saved = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Adds a message to what the caller is about to save; a gateway to avoid is asked last, one that was chosen first.</summary>
    public void Add(
        MembersDb db, MessageKind kind, ThaiMobileNumber to, string text,
        Guid? challenge, string? reference, DateTimeOffset now, DateTimeOffset notAfter, string? avoid = null, string? prefer = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        AddRow(db, kind, to.E164, text, challenge, reference, now, notAfter, lookup.Of(to), to.National[..PrefixLength], avoid, prefer);
    }

    /// <summary>Takes the same work as a message with a code that goes out, by the worker too, and the same room; nobody gets it.</summary>
    public void AddForNobody(
        MembersDb db, string text, Guid? challenge, string? reference, DateTimeOffset now, DateTimeOffset notAfter) =>
        AddRow(
            db, MessageKind.Code, "+66000000000", text, challenge, reference, now, notAfter,
            lookup.OfNobody(Guid.NewGuid().ToByteArray()), null, null, null);

    private void AddRow(
        MembersDb db, MessageKind kind, string to, string text, Guid? challenge, string? reference,
        DateTimeOffset now, DateTimeOffset notAfter, byte[]? phoneHash, string? prefix, string? avoid, string? prefer)
    {
        ArgumentNullException.ThrowIfNull(db);
        var id = Guid.CreateVersion7(now);
        db.OutgoingMessages.Add(new OutgoingMessageRow
        {
            Id = id,
            Kind = kind,
            ChallengeId = challenge,
            Reference = reference,
            PhoneCipher = cipher.Seal(to, PhoneColumn, id),
            TextCipher = cipher.Seal(text, TextColumn, id),
            CreatedAt = now,
            NotAfter = notAfter,
            State = MessageState.Waiting,
            PhoneHash = phoneHash,
            Prefix = prefix,
            Avoid = avoid,
            Prefer = prefer,
        });
    }

    /// <summary>Tells the worker that something was saved.</summary>
    public void Wake() => saved.Writer.TryWrite(true);

    /// <summary>Ends when something was saved.</summary>
    internal ValueTask<bool> SavedAsync(CancellationToken stop) => saved.Reader.ReadAsync(stop);

    /// <summary>Reads a saved message; null once it is wiped.</summary>
    internal SmsMessage? Open(OutgoingMessageRow row)
    {
        if (row.PhoneCipher is null || row.TextCipher is null) return null;
        return ThaiMobileNumber.TryParse(cipher.Open(row.PhoneCipher, PhoneColumn, row.Id), out var to, out _)
            ? new SmsMessage(row.Id, to, cipher.Open(row.TextCipher, TextColumn, row.Id), row.NotAfter)
            : null;
    }
}
