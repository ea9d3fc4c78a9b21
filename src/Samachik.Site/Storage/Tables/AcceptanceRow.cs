using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Agreements;

namespace Samachik.Site.Storage.Tables;

/// <summary>That a member acknowledged or accepted a document, and which text it was.</summary>
public sealed class AcceptanceRow
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose acceptance.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Which document.</summary>
    public required AgreementDocument Document { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the very text shown, hex.</summary>
    public required string Digest { get; init; }

    /// <summary>The language it was shown in.</summary>
    public required ReadingLanguage Language { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From which network, hashed.</summary>
    public required byte[] Network { get; init; }

    internal static void Map(EntityTypeBuilder<AcceptanceRow> table)
    {
        table.ToTable("acceptances");
        table.HasKey(row => row.Id);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
