using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.Agreements;

namespace Samachik.Site.Storage.Tables;

/// <summary>A request for an officer's help to get back in, with the number that the person reads to the officer.</summary>
public sealed class HelpRequestRow
{
    /// <summary>The one index whose breach means: draw another number.</summary>
    internal const string CaseNumberIndex = "ix_help_requests_case_number";

    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the page shows.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>ID number as typed, encrypted.</summary>
    public required byte[] NationalIdCipher { get; init; }

    /// <summary>ID number, hashed.</summary>
    public required byte[] NationalIdHash { get; init; }

    /// <summary>The phone to call back, encrypted; it proves nothing.</summary>
    public required byte[] PhoneCipher { get; init; }

    /// <summary>The phone to call back, hashed.</summary>
    public required byte[] PhoneHash { get; init; }

    /// <summary>What the person wrote, encrypted; null when nothing.</summary>
    public byte[]? NoteCipher { get; init; }

    /// <summary>The language to answer in.</summary>
    public required ReadingLanguage Language { get; init; }

    /// <summary>From which network, hashed.</summary>
    public required byte[] Network { get; init; }

    internal static void Map(EntityTypeBuilder<HelpRequestRow> table)
    {
        table.ToTable("help_requests");
        table.HasKey(row => row.Id);
        table.Property(row => row.CaseNumber).HasMaxLength(20);
        table.HasIndex(row => row.CaseNumber).IsUnique().HasDatabaseName(CaseNumberIndex);
        table.HasIndex(row => row.NationalIdHash);
        table.HasIndex(row => row.AskedAt);
    }
}
