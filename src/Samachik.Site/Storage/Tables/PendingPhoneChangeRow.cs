using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A proven new phone that takes the old one's place later, because a recovery was not long ago; one per member.</summary>
public sealed class PendingPhoneChangeRow
{
    /// <summary>Whose phone.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The new phone, encrypted.</summary>
    public required byte[] PhoneCipher { get; init; }

    /// <summary>The new phone, hashed.</summary>
    public required byte[] PhoneHash { get; init; }

    /// <summary>When it was proven.</summary>
    public required DateTimeOffset ProvenAt { get; init; }

    /// <summary>When it takes the old one's place.</summary>
    public required DateTimeOffset TakesEffectAt { get; init; }

    internal static void Map(EntityTypeBuilder<PendingPhoneChangeRow> table)
    {
        table.ToTable("pending_phone_changes");
        table.HasKey(row => row.MemberId);
        table.HasIndex(row => row.TakesEffectAt);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
