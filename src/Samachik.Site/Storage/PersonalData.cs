using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>The details of a journey in clear, for its own person's page. Prints nothing of them.</summary>
public sealed record GivenDetails(
    NationalId NationalId, ThaiMobileNumber Phone, string FirstName, string? LastName, ThaiBirthDate BirthDate)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(GivenDetails);
}

/// <summary>Writes people's data into rows, encrypted and hashed, and reads it back. The one place that knows both sides.</summary>
public sealed class PersonalData(FieldCipher cipher, LookupHash lookup)
{
    /// <summary>Writes the details into their journey.</summary>
    public void Write(SignUpJourneyRow journey, SignUpDetails details, string passwordHash)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(details);
        var id = journey.Id;
        journey.NationalIdHash = lookup.Of(details.NationalId);
        journey.NationalIdCipher = cipher.Seal(details.NationalId.Digits, Journey("national_id"), id);
        journey.PhoneHash = lookup.Of(details.Phone);
        journey.PhoneCipher = cipher.Seal(details.Phone.E164, Journey("phone"), id);
        journey.FirstNameCipher = cipher.Seal(details.FirstName.Text, Journey("first_name"), id);
        journey.LastNameCipher = details.LastName is { } name ? cipher.Seal(name.Text, Journey("last_name"), id) : null;
        journey.NameHash = lookup.OfName(details.FirstName.Text, details.LastName?.Text);
        journey.BirthDateCipher = cipher.Seal(details.BirthDate.Canonical, Journey("birth_date"), id);
        journey.PasswordHash = passwordHash;
    }

    /// <summary>Writes another phone into a journey that has not ended.</summary>
    public void SetPhone(SignUpJourneyRow journey, ThaiMobileNumber phone)
    {
        ArgumentNullException.ThrowIfNull(journey);
        journey.PhoneHash = lookup.Of(phone);
        journey.PhoneCipher = cipher.Seal(phone.E164, Journey("phone"), journey.Id);
    }

    /// <summary>Reads a journey's details; null when none were given, or they have moved on into an account.</summary>
    public GivenDetails? Read(SignUpJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        if (journey is not
            {
                NationalIdCipher: { } nationalId, PhoneCipher: { } phone, FirstNameCipher: { } firstName, BirthDateCipher: { } birthDate,
            }) return null;
        return new GivenDetails(
            StoredId(cipher.Open(nationalId, Journey("national_id"), journey.Id)),
            StoredPhone(cipher.Open(phone, Journey("phone"), journey.Id)),
            cipher.Open(firstName, Journey("first_name"), journey.Id),
            journey.LastNameCipher is { } lastName ? cipher.Open(lastName, Journey("last_name"), journey.Id) : null,
            ThaiBirthDate.FromCanonical(cipher.Open(birthDate, Journey("birth_date"), journey.Id)));
    }

    /// <summary>Makes the account of a journey whose phone was proven, and wipes the details from the journey.</summary>
    public MemberRow MakeMember(SignUpJourneyRow journey, AssuranceLevel level, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var given = Read(journey);
        if (given is null || journey is not { NationalIdHash: { } nationalIdHash, PhoneHash: { } phoneHash, PasswordHash: { } passwordHash })
            throw new InvalidOperationException("A journey without details cannot become a member.");
        var id = Guid.CreateVersion7(now);
        var member = new MemberRow
        {
            Id = id,
            CreatedAt = now,
            Level = level,
            Language = journey.Language,
            NationalIdHash = nationalIdHash,
            NationalIdCipher = cipher.Seal(given.NationalId.Digits, Member("national_id"), id),
            PhoneHash = phoneHash,
            PhoneCipher = cipher.Seal(given.Phone.E164, Member("phone"), id),
            PhoneProvenAt = now,
            FirstNameCipher = cipher.Seal(given.FirstName, Member("first_name"), id),
            LastNameCipher = given.LastName is { } name ? cipher.Seal(name, Member("last_name"), id) : null,
            NameHash = lookup.OfName(given.FirstName, given.LastName),
            BirthDateCipher = cipher.Seal(given.BirthDate.Canonical, Member("birth_date"), id),
            PasswordHash = passwordHash,
            PasswordChangedAt = now,
        };
        Wipe(journey);
        return member;
    }

    /// <summary>
    /// Removes the typed data from a journey that has ended, but for the ID number in its cipher: its last page says
    /// it back, for a check digit does not catch every slip. It goes with the journey.
    /// </summary>
    public static void Wipe(SignUpJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        (journey.NationalIdHash, journey.PhoneCipher, journey.PhoneHash, journey.NameHash) = (null, null, null, null);
        (journey.FirstNameCipher, journey.LastNameCipher, journey.BirthDateCipher, journey.PasswordHash) = (null, null, null, null);
    }

    /// <summary>The ID number of a journey, also of one that has ended; null when none was given.</summary>
    public NationalId? NationalIdOf(SignUpJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return journey.NationalIdCipher is { } typed ? StoredId(cipher.Open(typed, Journey("national_id"), journey.Id)) : null;
    }

    private static string Journey(string column) => $"sign_up_journeys.{column}";

    private static string Member(string column) => $"members.{column}";

    internal static NationalId StoredId(string text) => NationalId.TryParse(text, acceptLeadingZero: true, out var id, out _)
        ? id : throw new InvalidOperationException("A stored ID number does not read.");

    internal static ThaiMobileNumber StoredPhone(string text) => ThaiMobileNumber.TryParse(text, out var phone, out _)
        ? phone : throw new InvalidOperationException("A stored phone does not read.");
}
