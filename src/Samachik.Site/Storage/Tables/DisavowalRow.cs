using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage.Tables;

/// <summary>
/// The link "this was not me" of one notice, and what undoes the act. Its word is only in the messages sent; here is its hash.
/// </summary>
public sealed class DisavowalRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the link's word; unique.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Whose account.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What was told.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From then on the link is dead.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The phone before a change of phone, encrypted for this row.</summary>
    public byte[]? PreviousPhoneCipher { get; init; }

    /// <summary>The e-mail address before a change or removal, encrypted for this row.</summary>
    public byte[]? PreviousEmailCipher { get; init; }

    internal static void Map(EntityTypeBuilder<DisavowalRow> table)
    {
        table.ToTable("disavowals");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.TokenHash).IsUnique();
        table.HasIndex(row => row.ExpiresAt);
        table.Property(row => row.UsedAt).IsConcurrencyToken();
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
