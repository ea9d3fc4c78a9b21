using Samachik.Rules.People;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>A member's details in clear, for their own pages. Prints nothing of them.</summary>
public sealed record MemberDetails(
    NationalId NationalId, ThaiMobileNumber Phone, EmailAddress? Email, string FirstName, string? LastName, ThaiBirthDate BirthDate)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(MemberDetails);
}

/// <summary>Reads and writes what is known of a member, encrypted and hashed; also what waits beside the account.</summary>
public sealed class MemberData(FieldCipher cipher, LookupHash lookup)
{
    /// <summary>All of it.</summary>
    public MemberDetails Read(MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new(
            NationalIdOf(member), PhoneOf(member), EmailOf(member), cipher.Open(member.FirstNameCipher, Column("first_name"), member.Id),
            member.LastNameCipher is { } last ? cipher.Open(last, Column("last_name"), member.Id) : null,
            ThaiBirthDate.FromCanonical(cipher.Open(member.BirthDateCipher, Column("birth_date"), member.Id)));
    }

    /// <summary>The ID number.</summary>
    public NationalId NationalIdOf(MemberRow member) =>
        PersonalData.StoredId(cipher.Open(member.NationalIdCipher, Column("national_id"), member.Id));

    /// <summary>The phone on file.</summary>
    public ThaiMobileNumber PhoneOf(MemberRow member) =>
        PersonalData.StoredPhone(cipher.Open(member.PhoneCipher, Column("phone"), member.Id));

    /// <summary>The e-mail address on file; null when there is none.</summary>
    public EmailAddress? EmailOf(MemberRow member) =>
        member.EmailCipher is { } email ? StoredEmail(cipher.Open(email, Column("email"), member.Id)) : null;

    /// <summary>Puts another phone on file.</summary>
    public void SetPhone(MemberRow member, ThaiMobileNumber phone, DateTimeOffset provenAt)
    {
        member.PhoneCipher = cipher.Seal(phone.E164, Column("phone"), member.Id);
        member.PhoneHash = lookup.Of(phone);
        member.PhoneProvenAt = provenAt;
    }

    /// <summary>Puts an e-mail address on file, or takes it off.</summary>
    public void SetEmail(MemberRow member, EmailAddress? email, DateTimeOffset provenAt)
    {
        member.EmailCipher = email is null ? null : cipher.Seal(email.Text, Column("email"), member.Id);
        member.EmailHash = email is null ? null : lookup.Of(email);
        member.EmailProvenAt = email is null ? null : provenAt;
    }

    /// <summary>Writes the names anew.</summary>
    public void SetNames(MemberRow member, PersonName first, PersonName? last)
    {
        member.FirstNameCipher = cipher.Seal(first.Text, Column("first_name"), member.Id);
        member.LastNameCipher = last is null ? null : cipher.Seal(last.Text, Column("last_name"), member.Id);
        member.NameHash = lookup.OfName(first.Text, last?.Text);
    }

    /// <summary>Encrypts a phone for a place beside the account: a column (<c>table.column</c>) of a row.</summary>
    public byte[] Seal(ThaiMobileNumber phone, string column, Guid row) => cipher.Seal(phone.E164, column, row);

    /// <summary>Encrypts an e-mail address for a place beside the account.</summary>
    public byte[] Seal(EmailAddress email, string column, Guid row) => cipher.Seal(email.Text, column, row);

    /// <summary>Reads such a phone.</summary>
    public ThaiMobileNumber OpenPhone(byte[] value, string column, Guid row) => PersonalData.StoredPhone(cipher.Open(value, column, row));

    /// <summary>Reads such an e-mail address.</summary>
    public EmailAddress OpenEmail(byte[] value, string column, Guid row) => StoredEmail(cipher.Open(value, column, row));

    private static string Column(string column) => $"members.{column}";

    private static EmailAddress StoredEmail(string text) => EmailAddress.TryParse(text, out var email, out _)
        ? email : throw new InvalidOperationException("A stored e-mail address does not read.");
}
