using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>An operator's switch of one gateway; a gateway without a row is on.</summary>
public sealed class GatewaySwitchRow
{
    /// <summary>The gateway's name in the setting <c>Sms:Gateways</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it gets no messages.</summary>
    public required bool IsOff { get; set; }

    /// <summary>When it was switched.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    internal static void Map(EntityTypeBuilder<GatewaySwitchRow> table)
    {
        table.ToTable("gateway_switches");
        table.HasKey(row => row.Name);
        table.Property(row => row.Name).HasMaxLength(40);
    }
}
