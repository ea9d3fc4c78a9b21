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

    /// <summary>When the member signed in; a session that takes the place of another keeps its beginning.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Browser and device in words, such as "Chrome, Android"; empty when they say nothing.</summary>
    public required string Device { get; init; }

    /// <summary>When the member last proved, in this session, that it is they.</summary>
    public required DateTimeOffset ProvenAt { get; set; }

    /// <summary>The network it began in, hashed.</summary>
    public required byte[] Network { get; init; }

    /// <summary>The last request in it, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it was ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal static void Map(EntityTypeBuilder<MemberSessionRow> table)
    {
        table.ToTable("member_sessions");
        table.HasKey(row => row.Id);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.LastSeenAt);
        table.HasIndex(row => row.MemberId);
        table.Property(row => row.Device).HasMaxLength(80);
    }
}
