using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage.Tables;

/// <summary>One act in the trail, without personal data; only ever added, by <see cref="AuditTrail"/>.</summary>
public sealed class AuditEntryRow
{
    /// <summary>Its place in the trail.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>Which officer; null for others.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>To which account; null where there is none.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>In which session, or which session or browser it was about.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Which of several it was: a reference, a document and version. Never personal data.</summary>
    public string? Detail { get; init; }

    /// <summary>From which network, hashed.</summary>
    public required byte[] Network { get; init; }

    /// <summary>Keyed hash of all that, so that no entry can be slipped in without the key even before it is sealed.</summary>
    public required byte[] Mac { get; init; }

    internal static void Map(EntityTypeBuilder<AuditEntryRow> table)
    {
        table.ToTable("audit_entries");
        table.HasKey(row => row.Id);
        table.Property(row => row.Detail).HasMaxLength(80);
        table.HasIndex(row => new { row.MemberId, row.Id });
        table.HasIndex(row => row.At);
        table.HasIndex(row => new { row.ActorId, row.At }).HasFilter("actor_id IS NOT NULL"); // most entries are members' own
    }
}
