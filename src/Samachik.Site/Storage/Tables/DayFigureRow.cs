using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Figures;

namespace Samachik.Site.Storage.Tables;

/// <summary>One figure of one hour. What it tells is the sum of <see cref="Counted"/> and <see cref="Added"/>.</summary>
public sealed class DayFigureRow
{
    /// <summary>The beginning of the hour.</summary>
    public required DateTimeOffset Slot { get; init; }

    /// <summary>What is counted.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Which of that kind.</summary>
    public required string Label { get; init; }

    /// <summary>Of times, the step of <see cref="DeliveryTimes"/>; else 0.</summary>
    public required int Step { get; init; }

    /// <summary>Read from the tables; each counting of the hour replaces it.</summary>
    public required long Counted { get; init; }

    /// <summary>Added where it happened, for no table keeps it.</summary>
    public required long Added { get; init; }

    internal static void Map(EntityTypeBuilder<DayFigureRow> table)
    {
        table.ToTable("day_figures");
        table.HasKey(row => new { row.Slot, row.Kind, row.Label, row.Step });
        table.Property(row => row.Label).HasMaxLength(40);
    }
}

/// <summary>An hour whose figures were counted. An hour without a row is one of which nothing is known.</summary>
public sealed class DayHourRow
{
    /// <summary>The beginning of the hour.</summary>
    public required DateTimeOffset Slot { get; init; }

    /// <summary>When it was last counted.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>Nothing more comes to it: it is not counted again.</summary>
    public required bool IsClosed { get; init; }

    internal static void Map(EntityTypeBuilder<DayHourRow> table)
    {
        table.ToTable("day_hours");
        table.HasKey(row => row.Slot);
    }
}
