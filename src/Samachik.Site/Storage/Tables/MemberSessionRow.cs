using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A member's session on one browser. The cookie names it; this row decides whether it lives.</summary>
public sealed class MemberSessionRow
{
    /// <summary>Random, 128 bits.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose session.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last request in it, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it was ended by hand.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal static void Map(EntityTypeBuilder<MemberSessionRow> table)
    {
        table.ToTable("member_sessions");
        table.HasKey(row => row.Id);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.LastSeenAt);
    }
}
