using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Officers;

namespace Samachik.Site.Storage.Tables;

/// <summary>Whom an officer may look at for a while, since they said why; and which fields in clear.</summary>
public sealed class OfficerLookRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who looks.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>At which account, or which unfinished sign-up.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    public required LookReason Reason { get; init; }

    /// <summary>The field seen in clear; null for the look itself.</summary>
    public PersonField? Field { get; init; }

    internal static void Map(EntityTypeBuilder<OfficerLookRow> table)
    {
        table.ToTable("officer_looks");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.OfficerId, row.SubjectId, row.At });
        table.HasIndex(row => row.At);
    }
}
