using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Agreements;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Storage.Tables;

/// <summary>One sign-up under way: its facts, typed data encrypted. The next step is derived, never stored.</summary>
public sealed class SignUpJourneyRow : CodeJourneyRow
{
    /// <summary>When both documents were accepted.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>The language the documents were shown in.</summary>
    public ReadingLanguage AgreementLanguage { get; set; }

    /// <summary>Version of the privacy notice.</summary>
    public string? PrivacyVersion { get; set; }

    /// <summary>SHA-256 of the privacy notice as shown.</summary>
    public string? PrivacyDigest { get; set; }

    /// <summary>Version of the conduct rules.</summary>
    public string? ConductVersion { get; set; }

    /// <summary>SHA-256 of the conduct rules as shown.</summary>
    public string? ConductDigest { get; set; }

    /// <summary>When the details held good.</summary>
    public DateTimeOffset? DetailsGivenAt { get; set; }

    /// <summary>ID number, encrypted.</summary>
    public byte[]? NationalIdCipher { get; set; }

    /// <summary>ID number, hashed.</summary>
    public byte[]? NationalIdHash { get; set; }

    /// <summary>Phone, encrypted.</summary>
    public byte[]? PhoneCipher { get; set; }

    /// <summary>Phone, hashed.</summary>
    public byte[]? PhoneHash { get; set; }

    /// <summary>First name, encrypted.</summary>
    public byte[]? FirstNameCipher { get; set; }

    /// <summary>Last name, encrypted; null for who has none.</summary>
    public byte[]? LastNameCipher { get; set; }

    /// <summary>Match key of the full name, hashed.</summary>
    public byte[]? NameHash { get; set; }

    /// <summary>Birth date, encrypted.</summary>
    public byte[]? BirthDateCipher { get; set; }

    /// <summary>Argon2id of the password, PHC form.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>When a right code was given.</summary>
    public DateTimeOffset? PhoneProvenAt { get; set; }

    /// <summary>When the details last did not fit the office's register; null once others were given.</summary>
    public DateTimeOffset? RegisterMissedAt { get; set; }

    /// <summary>When the ID number was found to have an account already.</summary>
    public DateTimeOffset? FoundRegisteredAt { get; set; }

    /// <summary>The member that came of it.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>The session that the finished sign-up began.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>The facts that decide where its person may go.</summary>
    public SignUpJourney Facts => new(
        StartedAt, LastActAt, AgreedAt is not null, DetailsGivenAt is not null,
        FoundRegisteredAt is not null, MemberId is not null);

    internal static void Map(EntityTypeBuilder<SignUpJourneyRow> table)
    {
        table.ToTable("sign_up_journeys");
        table.HasKey(row => row.Id);
        table.Ignore(row => row.Facts);
        table.HasIndex(row => row.LastActAt);
        table.HasIndex(row => row.StartedAt);
        table.HasIndex(row => row.NationalIdHash);
        table.HasIndex(row => row.PhoneHash);
        table.HasIndex(row => row.NameHash);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasMany(row => row.Challenges).WithOne().HasForeignKey(challenge => challenge.SignUpJourneyId).OnDelete(DeleteBehavior.Cascade);
    }
}
