using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A recovery that may go on only after a wait in which its member can call it off; one at a time per member.</summary>
public sealed class RecoveryWaitRow
{
    /// <summary>What the phone is encrypted for.</summary>
    internal const string PhoneColumn = "recovery_waits.phone";

    /// <summary>Whose account.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When the phone was proven and the wait began.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>From then on a code to the phone is enough.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>From then on a new wait is needed.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The one-time code of a recovery that officers opened, as a keyed hash; null of any other.</summary>
    public byte[]? CodeHash { get; init; }

    /// <summary>The phone of such a recovery, encrypted.</summary>
    public byte[]? PhoneCipher { get; init; }

    /// <summary>The same, hashed.</summary>
    public byte[]? PhoneHash { get; init; }

    /// <summary>Whether officers opened it: the phone on file alone does not end it.</summary>
    public bool IsByOfficers => CodeHash is not null;

    internal static void Map(EntityTypeBuilder<RecoveryWaitRow> table)
    {
        table.ToTable("recovery_waits");
        table.HasKey(row => row.MemberId);
        table.Ignore(row => row.IsByOfficers);
        table.HasIndex(row => row.EndsAt);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
