using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>One e-mail: saved with the act that wants it, sent after by the worker, its content wiped once it is out.</summary>
public sealed class OutgoingMailRow
{
    /// <summary>UUID version 7, so that the oldest comes first.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Address, subject and text, encrypted; null once the mail is out.</summary>
    public byte[]? ContentCipher { get; set; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on nobody wants it any more.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Where it stands.</summary>
    public required MessageState State { get; set; }

    /// <summary>When a worker took it.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>How often the server asked to try again.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>When the server took it.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    internal static void Map(EntityTypeBuilder<OutgoingMailRow> table)
    {
        table.ToTable("outgoing_mails");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.State, row.Id });
    }
}
