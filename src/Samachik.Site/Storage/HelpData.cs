using Samachik.Rules.Agreements;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Writes requests for help into rows, encrypted and hashed.</summary>
public sealed class HelpData(FieldCipher cipher, LookupHash lookup)
{
    /// <summary>The row of a request.</summary>
    public HelpRequestRow Write(HelpDetails details, CaseNumber number, ReadingLanguage language, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(number);
        var id = Guid.CreateVersion7(now);
        return new HelpRequestRow
        {
            Id = id,
            CaseNumber = number.Text,
            AskedAt = now,
            NationalIdCipher = cipher.Seal(details.NationalId.Digits, "help_requests.national_id", id),
            NationalIdHash = lookup.Of(details.NationalId),
            PhoneCipher = cipher.Seal(details.Phone.E164, "help_requests.phone", id),
            PhoneHash = lookup.Of(details.Phone),
            NoteCipher = details.Note is { } note ? cipher.Seal(note.Text, "help_requests.note", id) : null,
            Language = language,
            Network = network,
        };
    }

    /// <summary>What the person wrote; null when nothing.</summary>
    public string? NoteOf(HelpRequestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.NoteCipher is { } note ? cipher.Open(note, "help_requests.note", row.Id) : null;
    }
}
