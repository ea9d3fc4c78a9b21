using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Members;

namespace Samachik.Site.Storage.Tables;

/// <summary>That an officer had a member's card in hand and raised the level; some are drawn for a second look.</summary>
public sealed class LevelProofRow
{
    /// <summary>The database's own guard: nobody looks over their own.</summary>
    internal const string TwoPeople = "ck_level_proofs_two_people";

    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose level.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Who had the card in hand.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The card, encrypted.</summary>
    public required byte[] CardCipher { get; init; }

    /// <summary>What the officer wrote, encrypted.</summary>
    public required byte[] ReasonCipher { get; init; }

    /// <summary>The level before.</summary>
    public required AssuranceLevel LevelBefore { get; init; }

    /// <summary>Whether a second officer is to look it over.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>Who looked it over.</summary>
    public Guid? CheckedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Whether it was in order; null: nobody looked yet.</summary>
    public bool? IsInOrder { get; set; }

    /// <summary>Changes with every save.</summary>
    public Guid Version { get; set; }

    internal static void Map(EntityTypeBuilder<LevelProofRow> table)
    {
        table.ToTable("level_proofs", checks => checks.HasCheckConstraint(TwoPeople, "checked_by IS NULL OR checked_by <> officer_id"));
        table.HasKey(row => row.Id);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.MemberId);
        table.HasIndex(row => new { row.IsSampled, row.IsInOrder, row.Id });
    }
}
