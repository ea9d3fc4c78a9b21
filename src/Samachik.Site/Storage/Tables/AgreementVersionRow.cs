using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Agreements;
using Samachik.Rules.Figures;

namespace Samachik.Site.Storage.Tables;

/// <summary>A version of a document that was made in the console: drafted by one, published by another, and from then on never changed.</summary>
public sealed class AgreementVersionRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which document.</summary>
    public required AgreementDocument Document { get; init; }

    /// <summary>The version's number.</summary>
    public required string Version { get; set; }

    /// <summary>The midnight in Thailand at which it takes effect.</summary>
    public required DateTimeOffset EffectiveAt { get; set; }

    /// <summary>The title in Thai.</summary>
    public required string ThaiTitle { get; set; }

    /// <summary>The text in Thai, Markdown, exactly as members see it.</summary>
    public required string ThaiText { get; set; }

    /// <summary>The title in English.</summary>
    public required string EnglishTitle { get; set; }

    /// <summary>The text in English.</summary>
    public required string EnglishText { get; set; }

    /// <summary>Who of the staff writes it.</summary>
    public required Guid DraftedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset DraftedAt { get; set; }

    /// <summary>When it was proposed, by who drafted it; null again after a change.</summary>
    public DateTimeOffset? ProposedAt { get; set; }

    /// <summary>Who published it.</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>What it said then, as a digest: what does not fit it any more is not shown.</summary>
    public string? ApprovedDigest { get; set; }

    /// <summary>Who dropped it.</summary>
    public Guid? DroppedBy { get; set; }

    /// <summary>When it was dropped.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>Why, in the words of who dropped it.</summary>
    public string? DroppedWhy { get; set; }

    /// <summary>Changes with every save.</summary>
    public Guid Stamp { get; set; }

    /// <summary>What it says.</summary>
    public AgreementDraft Draft() =>
        new(Document, Version, ThaiDay.Of(EffectiveAt).Date, ThaiTitle, ThaiText, EnglishTitle, EnglishText);

    /// <summary>How it stands.</summary>
    public AgreementFacts Facts()
    {
        var draft = Draft();
        return new(DraftedBy, ProposedAt, ApprovedAt, DroppedAt, draft.Effective, draft.Digest);
    }

    /// <summary>Writes other words into it, and takes a proposal back.</summary>
    public void Write(AgreementDraft draft, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        (Version, EffectiveAt, ProposedAt, DraftedAt) = (draft.Version, new ThaiDay(draft.Effective).Begins, null, now);
        (ThaiTitle, ThaiText, EnglishTitle, EnglishText) = (draft.ThaiTitle, draft.ThaiText, draft.EnglishTitle, draft.EnglishText);
    }

    internal static void Map(EntityTypeBuilder<AgreementVersionRow> table)
    {
        table.ToTable("agreement_versions", checks =>
        {
            // The last guard of the second person: whoever goes past the site meets it too.
            checks.HasCheckConstraint("ck_agreement_versions_second_person", "approved_by <> drafted_by");
            checks.HasCheckConstraint(
                "ck_agreement_versions_approved",
                "(approved_at IS NULL) = (approved_by IS NULL) AND (approved_at IS NULL OR proposed_at IS NOT NULL AND dropped_at IS NULL)");
        });
        table.HasKey(row => row.Id);
        table.Property(row => row.Version).HasMaxLength(10);
        table.Property(row => row.ThaiTitle).HasMaxLength(AgreementDraft.MaxTitle);
        table.Property(row => row.EnglishTitle).HasMaxLength(AgreementDraft.MaxTitle);
        table.Property(row => row.ApprovedDigest).HasMaxLength(64);
        table.Property(row => row.Stamp).IsConcurrencyToken();
        table.HasIndex(row => new { row.Document, row.Version }).IsUnique().HasFilter("dropped_at IS NULL");
        table.HasIndex(row => new { row.Document, row.EffectiveAt }).IsUnique().HasFilter("approved_at IS NOT NULL");
    }
}
