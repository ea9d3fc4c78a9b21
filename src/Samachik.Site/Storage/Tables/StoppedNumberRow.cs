using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A number that gets no more SMS of the office, because who has it said so.</summary>
public sealed class StoppedNumberRow
{
    /// <summary>The number, hashed.</summary>
    public required byte[] PhoneHash { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<StoppedNumberRow> table)
    {
        table.ToTable("stopped_numbers");
        table.HasKey(row => row.PhoneHash);
    }
}
