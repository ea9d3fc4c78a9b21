using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage.Tables;

/// <summary>A line of a person's case file: what an officer did or heard, and why. It ties calls together.</summary>
public sealed class OfficerNoteRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>The ID number it is about, hashed: the file follows the person from a sign-up to the account.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>The words, encrypted.</summary>
    public required byte[] TextCipher { get; init; }

    internal static void Map(EntityTypeBuilder<OfficerNoteRow> table)
    {
        table.ToTable("officer_notes");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.NationalIdHash, row.Id });
        table.HasIndex(row => row.At);
    }
}
