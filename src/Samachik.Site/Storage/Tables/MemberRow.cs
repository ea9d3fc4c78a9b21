using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Agreements;
using Samachik.Rules.Members;

namespace Samachik.Site.Storage.Tables;

/// <summary>A member's account. Its key is random, never the ID number.</summary>
public sealed class MemberRow
{
    /// <summary>The one index whose breach is a verdict: an ID number has one account.</summary>
    internal const string NationalIdIndex = "ix_members_national_id";

    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How sure the office is of who this is.</summary>
    public required AssuranceLevel Level { get; set; }

    /// <summary>The language for messages.</summary>
    public required ReadingLanguage Language { get; set; }

    /// <summary>ID number, encrypted.</summary>
    public required byte[] NationalIdCipher { get; set; }

    /// <summary>ID number, hashed; unique. Null once the account is closed for good, so that the number is free again.</summary>
    public required byte[]? NationalIdHash { get; set; }

    /// <summary>Phone, encrypted.</summary>
    public required byte[] PhoneCipher { get; set; }

    /// <summary>Phone, hashed; one phone may serve several people.</summary>
    public required byte[] PhoneHash { get; set; }

    /// <summary>When a code last proved the phone.</summary>
    public required DateTimeOffset PhoneProvenAt { get; set; }

    /// <summary>First name, encrypted.</summary>
    public required byte[] FirstNameCipher { get; set; }

    /// <summary>Last name, encrypted; null for who has none.</summary>
    public required byte[]? LastNameCipher { get; set; }

    /// <summary>Match key of the full name, hashed: finds who tells the name and nothing else.</summary>
    public required byte[] NameHash { get; set; }

    /// <summary>Birth date as the card tells it, encrypted.</summary>
    public required byte[] BirthDateCipher { get; set; }

    /// <summary>Argon2id of the password with its parameters, PHC form.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>When the password was last set.</summary>
    public required DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>E-mail address, encrypted; null when none was proven.</summary>
    public byte[]? EmailCipher { get; set; }

    /// <summary>E-mail address, hashed.</summary>
    public byte[]? EmailHash { get; set; }

    /// <summary>When the e-mail address was proven.</summary>
    public DateTimeOffset? EmailProvenAt { get; set; }

    /// <summary>When a recovery last set the password.</summary>
    public DateTimeOffset? RecoveredAt { get; set; }

    /// <summary>Since when nobody may sign in before a recovery: somebody said "this was not me".</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>When a suspension began; null: none.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>When it ends by itself; null: when it is lifted.</summary>
    public DateTimeOffset? SuspendedUntil { get; set; }

    /// <summary>The conduct rule it is for; null: another reason.</summary>
    public int? SuspensionRule { get; set; }

    /// <summary>When the member asked to close the account; it can be taken back for a while.</summary>
    public DateTimeOffset? ClosingAt { get; set; }

    /// <summary>When the account was closed for good.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Changes with every save, so that acts on one account cannot save over one another.</summary>
    public Guid Version { get; set; }

    /// <summary>The suspension, if there is one.</summary>
    public Suspension? Suspension => SuspendedAt is { } since ? new(since, SuspendedUntil, SuspensionRule) : null;

    internal static void Map(EntityTypeBuilder<MemberRow> table)
    {
        table.ToTable("members");
        table.HasKey(row => row.Id);
        table.Ignore(row => row.Suspension);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.NationalIdHash).IsUnique().HasDatabaseName(NationalIdIndex);
        table.HasIndex(row => row.PhoneHash);
        table.HasIndex(row => row.NameHash);
        table.HasIndex(row => row.ClosingAt).HasFilter("closing_at IS NOT NULL"); // hardly any
    }
}
