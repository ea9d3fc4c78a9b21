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

    /// <summary>ID number, hashed; unique.</summary>
    public required byte[] NationalIdHash { get; set; }

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

    /// <summary>Birth date as the card tells it, encrypted.</summary>
    public required byte[] BirthDateCipher { get; set; }

    /// <summary>Argon2id of the password with its parameters, PHC form.</summary>
    public required string PasswordHash { get; set; }

    internal static void Map(EntityTypeBuilder<MemberRow> table)
    {
        table.ToTable("members");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.NationalIdHash).IsUnique().HasDatabaseName(NationalIdIndex);
        table.HasIndex(row => row.PhoneHash);
    }
}
