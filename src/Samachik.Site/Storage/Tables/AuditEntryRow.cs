using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage.Tables;

/// <summary>One act in the trail, without personal data; only ever added.</summary>
public sealed class AuditEntryRow
{
    /// <summary>Its place in the trail.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>To which account.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>From which network, hashed.</summary>
    public required byte[] Network { get; init; }

    internal static void Map(EntityTypeBuilder<AuditEntryRow> table)
    {
        table.ToTable("audit_entries");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.MemberId);
    }
}
