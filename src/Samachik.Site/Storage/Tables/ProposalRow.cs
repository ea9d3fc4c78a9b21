using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Officers;

namespace Samachik.Site.Storage.Tables;

/// <summary>What one officer proposed about an account, and what another decided.</summary>
public sealed class ProposalRow
{
    /// <summary>The database's own guard: whatever the code does, nobody decides on what they proposed.</summary>
    internal const string TwoPeople = "ck_proposals_two_people";

    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is proposed.</summary>
    public required ProposalKind Kind { get; init; }

    /// <summary>About which account.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Its ID number, hashed: the case file it stands in.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>By which officer.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>From then on nobody may approve it.</summary>
    public required DateTimeOffset LapsesAt { get; init; }

    /// <summary>Why, encrypted.</summary>
    public required byte[] ReasonCipher { get; init; }

    /// <summary>The person's phone from now on, encrypted; of a recovery or a dispute.</summary>
    public byte[]? PhoneCipher { get; init; }

    /// <summary>The same, hashed.</summary>
    public byte[]? PhoneHash { get; init; }

    /// <summary>The one-time code of a recovery, encrypted: who proposed it reads it out. Null once it is approved.</summary>
    public byte[]? CodeCipher { get; set; }

    /// <summary>The card that was seen, encrypted; null when none was.</summary>
    public byte[]? CardCipher { get; init; }

    /// <summary>The conduct rule of a suspension; null: another reason.</summary>
    public int? Rule { get; init; }

    /// <summary>What was decided; null: nothing yet.</summary>
    public ProposalDecision? Decision { get; set; }

    /// <summary>By which officer; null: its time ran out.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Changes with every save: of two decisions at once, one stands.</summary>
    public Guid Version { get; set; }

    /// <summary>As far as it decides who may decide.</summary>
    public Proposal Facts => new(Kind, ProposedBy, LapsesAt, Decision);

    internal static void Map(EntityTypeBuilder<ProposalRow> table)
    {
        table.ToTable("proposals", checks => checks.HasCheckConstraint(
            TwoPeople, "decision IS NULL OR decision IN ('Withdrawn', 'Lapsed') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)"));
        table.HasKey(row => row.Id);
        table.Ignore(row => row.Facts);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => new { row.MemberId, row.Kind }).IsUnique().HasFilter("decision IS NULL").HasDatabaseName("ix_proposals_open");
        table.HasIndex(row => new { row.Decision, row.Id });
        table.HasIndex(row => row.ProposedAt);
    }
}
