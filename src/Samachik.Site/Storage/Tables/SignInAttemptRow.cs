using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>
/// Wrong passwords in a row for an ID number, account or not: with one network, with one known browser, or in all.
/// Moved by single statements of <see cref="SignInCounters"/>.
/// </summary>
public sealed class SignInAttemptRow
{
    /// <summary>Keyed hash of what is counted and for whom.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Wrong tries in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>The last of them.</summary>
    public required DateTimeOffset LastFailedAt { get; init; }

    /// <summary>No try is looked at before.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    internal static void Map(EntityTypeBuilder<SignInAttemptRow> table)
    {
        table.ToTable("sign_in_attempts");
        table.HasKey(row => row.Key);
        table.HasIndex(row => row.LastFailedAt);
    }
}
