using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Figures;

namespace Samachik.Site.Storage.Tables;

/// <summary>A request about a person's data, from its receipt to the answer.</summary>
public sealed class DataRequestRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the person is told: made as the number of a case.</summary>
    public required string Number { get; init; }

    /// <summary>What is asked.</summary>
    public required DataRequestKind Kind { get; init; }

    /// <summary>By which way it came.</summary>
    public required DataRequestWay Way { get; init; }

    /// <summary>From whose page it was opened; null: from an unfinished sign-up's.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Whose ID number, hashed.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>The midnight in Thailand that began the day of receipt.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When an answer begins to be late.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Who took it down.</summary>
    public required Guid OpenedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What the person asks, in the officer's words, encrypted.</summary>
    public required byte[] WordsCipher { get; init; }

    /// <summary>Who has it.</summary>
    public Guid? AssignedTo { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? AssignedAt { get; set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How.</summary>
    public DataRequestOutcome? Outcome { get; set; }

    /// <summary>The answer, encrypted.</summary>
    public byte[]? AnswerCipher { get; set; }

    /// <summary>Changes with every save.</summary>
    public Guid Stamp { get; set; }

    /// <summary>By when it is to be answered.</summary>
    public DataRequestClock Clock() => new(ThaiDay.Of(ReceivedAt).Date);

    /// <summary>Who has it, and whether it was answered.</summary>
    public DataRequestFacts Facts() => new(AssignedTo, AnsweredAt);

    internal static void Map(EntityTypeBuilder<DataRequestRow> table)
    {
        table.ToTable("data_requests", checks => checks.HasCheckConstraint(
            "ck_data_requests_answered",
            "(answered_at IS NULL) = (outcome IS NULL) AND (answered_at IS NULL) = (answer_cipher IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)"));
        table.HasKey(row => row.Id);
        table.Property(row => row.Number).HasMaxLength(20);
        table.Property(row => row.Stamp).IsConcurrencyToken();
        table.HasIndex(row => row.Number).IsUnique();
        table.HasIndex(row => row.MemberId);
        table.HasIndex(row => row.DueAt).HasFilter("answered_at IS NULL");
        table.HasIndex(row => row.AnsweredAt);

        // One of a kind at a time for a person: a double press, or two officers, open no second one.
        table.HasIndex(row => new { row.NationalIdHash, row.Kind }).IsUnique().HasFilter("answered_at IS NULL");
    }
}
