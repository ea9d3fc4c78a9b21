using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>What a journey of a member is about.</summary>
public enum MemberJourneyKind
{
    /// <summary>Signing in on a browser that is not known.</summary>
    SignIn,

    /// <summary>Getting back in without the password.</summary>
    Recovery,

    /// <summary>Proving another phone.</summary>
    PhoneChange,

    /// <summary>Proving an e-mail address.</summary>
    EmailChange,
}

/// <summary>One journey of a member, or of somebody who typed an ID number: its facts. The next step is derived, never stored.</summary>
public sealed class MemberJourneyRow : CodeJourneyRow
{
    /// <summary>What it is about.</summary>
    public required MemberJourneyKind Kind { get; init; }

    /// <summary>Whose; null when the ID number typed has no account, which nothing on the pages may tell.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The ID number typed, hashed: for the counters of a recovery, account or not.</summary>
    public byte[]? NationalIdHash { get; init; }

    /// <summary>The phone or e-mail address to be proven, hashed.</summary>
    public byte[]? AddressHash { get; set; }

    /// <summary>The new phone or e-mail address, encrypted; null where the one on file is used.</summary>
    public byte[]? AddressCipher { get; set; }

    /// <summary>The member's password as of its last change; another since then ends the journey.</summary>
    public DateTimeOffset? PasswordAsOf { get; init; }

    /// <summary>The page to go to at the end; one of ours.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>When the code by SMS was right, or none was needed.</summary>
    public DateTimeOffset? PhoneProvenAt { get; set; }

    /// <summary>When the code by e-mail was right.</summary>
    public DateTimeOffset? EmailProvenAt { get; set; }

    /// <summary>Whether this browser is to be remembered at the end.</summary>
    public bool RemembersBrowser { get; set; }

    /// <summary>When it reached its end.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The session that it began; of a change of address the session that asked, without which it is nothing.</summary>
    public Guid? SessionId { get; set; }

    internal static void Map(EntityTypeBuilder<MemberJourneyRow> table)
    {
        table.ToTable("member_journeys");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.LastActAt);
        table.HasIndex(row => row.MemberId);
        table.Property(row => row.ReturnUrl).HasMaxLength(200);
        table.Property(row => row.Version).IsConcurrencyToken();
        // No foreign key: its check would cost time where the ID number has an account, and none where it has not.
        table.HasMany(row => row.Challenges).WithOne().HasForeignKey(challenge => challenge.MemberJourneyId).OnDelete(DeleteBehavior.Cascade);
    }
}
