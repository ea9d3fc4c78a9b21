using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>How often something was done since its window began. Moved by single statements of <see cref="Counters"/>.</summary>
public sealed class SendCounterRow
{
    /// <summary>Keyed hash of what is counted and for whom.</summary>
    public required byte[] Key { get; init; }

    /// <summary>When the window began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the window ends and the row may go.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How often, within the window.</summary>
    public required int Count { get; init; }

    internal static void Map(EntityTypeBuilder<SendCounterRow> table)
    {
        table.ToTable("send_counters");
        table.HasKey(row => row.Key);
        table.HasIndex(row => row.EndsAt);
    }
}
