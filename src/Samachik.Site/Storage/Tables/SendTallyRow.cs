using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Site.Storage.Tables;

/// <summary>Codes sent to unproven numbers within five minutes, and how many of them came back right, whenever they did.</summary>
public sealed class SendTallyRow
{
    /// <summary>What is tallied apart.</summary>
    public required TallyScope Scope { get; init; }

    /// <summary>Which of them: a keyed hash.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The beginning of the five minutes.</summary>
    public required DateTimeOffset Slot { get; init; }

    /// <summary>Codes sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Of them, those that came back right.</summary>
    public required int Verified { get; init; }

    internal static void Map(EntityTypeBuilder<SendTallyRow> table)
    {
        table.ToTable("send_tallies");
        table.HasKey(row => new { row.Scope, row.Key, row.Slot });
        table.HasIndex(row => row.Slot);
    }
}
