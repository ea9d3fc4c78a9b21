using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Site.Storage.Tables;

/// <summary>One code that was sent; the code itself is nowhere kept.</summary>
public sealed class CodeChallengeRow
{
    /// <summary>Random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sign-up it proves the phone of, if any.</summary>
    public Guid? SignUpJourneyId { get; set; }

    /// <summary>The journey of a member that it is for, if any.</summary>
    public Guid? MemberJourneyId { get; set; }

    /// <summary>What it is for.</summary>
    public required CodePurpose Purpose { get; init; }

    /// <summary>The phone or e-mail address it went to, hashed.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>Keyed hash of purpose, id and code.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>The four letters on the page and in the SMS.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was handed over for sending.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>From then on it is worth nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The network that asked for it, hashed; null when it is not tallied.</summary>
    public byte[]? Network { get; init; }

    /// <summary>The first four digits of the number it went to; null when it is not tallied.</summary>
    public string? Prefix { get; init; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it died without being used: too many tries, or what it rested on was changed.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The challenge as the rule sees it.</summary>
    public CodeChallenge Facts => new(
        Id, Purpose, CodeHash, Reference, SentAt, ExpiresAt, UsedAt is not null || WithdrawnAt is not null);

    internal static void Map(EntityTypeBuilder<CodeChallengeRow> table)
    {
        table.ToTable("code_challenges");
        table.HasKey(row => row.Id);
        table.Ignore(row => row.Facts);
        table.Property(row => row.UsedAt).IsConcurrencyToken();
        table.Property(row => row.Prefix).HasMaxLength(4);
        table.HasIndex(row => row.SignUpJourneyId);
        table.HasIndex(row => row.MemberJourneyId);
        table.HasIndex(row => row.Reference);
    }
}
