using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Register;

namespace Samachik.Site.Storage.Tables;

/// <summary>One person of the office's register, as keyed hashes alone. Written by <see cref="RegisterWriter"/>.</summary>
public sealed class RegisterEntryRow
{
    /// <summary>ID number, hashed for this table alone.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>First and last name, hashed together with the ID number.</summary>
    public required byte[] NameHash { get; init; }

    /// <summary>Birth date, hashed together with the ID number.</summary>
    public required byte[] BirthDateHash { get; init; }

    /// <summary>The stamp of the import that last had this person: when it began.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Both hashes, to be compared.</summary>
    public RegisterDigests Digests => new(NameHash, BirthDateHash);

    internal static void Map(EntityTypeBuilder<RegisterEntryRow> table)
    {
        table.ToTable("register_entries");
        table.HasKey(row => row.NationalIdHash);
        table.Ignore(row => row.Digests);
    }
}
