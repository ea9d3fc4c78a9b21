using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Site.Storage.Tables;

/// <summary>One decision of the guard on a code that looked like abuse: kept whether or not it was let through.</summary>
public sealed class GuardDecisionRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the rule struck.</summary>
    public required TallyScope Scope { get; init; }

    /// <summary>Which network, prefix or run of numbers: a keyed hash.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The rule that struck.</summary>
    public required GuardRule Rule { get; init; }

    /// <summary>Codes sent within the hour.</summary>
    public required int Sent { get; init; }

    /// <summary>Of them, those that came back right.</summary>
    public required int Verified { get; init; }

    /// <summary>What was done.</summary>
    public required GuardAction Action { get; init; }

    /// <summary>The journey that asked.</summary>
    public required Guid JourneyId { get; init; }

    internal static void Map(EntityTypeBuilder<GuardDecisionRow> table)
    {
        table.ToTable("guard_decisions");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.At);
    }
}
