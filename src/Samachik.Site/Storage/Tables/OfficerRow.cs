using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Officers;

namespace Samachik.Site.Storage.Tables;

/// <summary>Somebody of the staff: invited first, then joined. Apart from members in every way.</summary>
public sealed class OfficerRow
{
    /// <summary>The one index whose breach means: draw another number.</summary>
    internal const string NumberIndex = "ix_officers_number";

    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number to sign in with: six digits.</summary>
    public required string Number { get; init; }

    /// <summary>Name, encrypted.</summary>
    public required byte[] NameCipher { get; set; }

    /// <summary>What they are there for.</summary>
    public required OfficerRole Role { get; set; }

    /// <summary>When the living invitation, or the last one, was made.</summary>
    public required DateTimeOffset InvitedAt { get; set; }

    /// <summary>The word of the invitation's link, hashed; null once it was used.</summary>
    public byte[]? InvitationHash { get; set; }

    /// <summary>Until when that link works.</summary>
    public required DateTimeOffset InvitedUntil { get; set; }

    /// <summary>The secret shared with the authenticator app, encrypted.</summary>
    public required byte[] AuthenticatorCipher { get; set; }

    /// <summary>The last time step whose code was used: none counts twice.</summary>
    public long LastStep { get; set; }

    /// <summary>Argon2id of the password, PHC form; null before the invitation was used.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>When they joined, or joined anew.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>When the account was ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Changes with every save.</summary>
    public Guid Version { get; set; }

    internal static void Map(EntityTypeBuilder<OfficerRow> table)
    {
        table.ToTable("officers");
        table.HasKey(row => row.Id);
        table.Property(row => row.Number).HasMaxLength(6);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.Number).IsUnique().HasDatabaseName(NumberIndex);
        table.HasIndex(row => row.InvitationHash);
    }
}
