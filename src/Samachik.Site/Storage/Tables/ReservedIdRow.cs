using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>
/// An ID number that a dispute freed for its owner: until they signed up, it ends in an account with their phone alone,
/// so that who had it before is not faster.
/// </summary>
public sealed class ReservedIdRow
{
    /// <summary>The ID number, hashed.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>The owner's phone, hashed.</summary>
    public required byte[] PhoneHash { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Whether it is kept for who has this phone.</summary>
    public bool IsOf(byte[]? phoneHash) => PhoneHash.AsSpan().SequenceEqual(phoneHash);

    internal static void Map(EntityTypeBuilder<ReservedIdRow> table)
    {
        table.ToTable("reserved_ids");
        table.HasKey(row => row.NationalIdHash);
        table.HasIndex(row => row.EndsAt);
    }
}
