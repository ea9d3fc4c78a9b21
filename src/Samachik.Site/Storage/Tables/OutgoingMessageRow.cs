using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>What a message is about.</summary>
public enum MessageKind
{
    /// <summary>A one-time code.</summary>
    Code,

    /// <summary>Tells the holder of an account that somebody signed up with their ID number.</summary>
    RegisteredNotice,

    /// <summary>Tells a member what happened to the account, with a way to say "this was not me".</summary>
    Notice,
}

/// <summary>Where an SMS stands on its way out.</summary>
public enum MessageState
{
    /// <summary>Waits for the worker.</summary>
    Waiting,

    /// <summary>A worker has it; what the gateway did with it is not known yet.</summary>
    Taken,

    /// <summary>A gateway took it.</summary>
    Accepted,

    /// <summary>A gateway refused it for good.</summary>
    Refused,

    /// <summary>Its time was over before it could be sent.</summary>
    TooLate,

    /// <summary>A worker died, or the line broke, in the middle: never sent again, for it may have gone out.</summary>
    Unknown,

    /// <summary>For nobody: the ID number typed has no account. Kept so that its recovery takes the same way as any other.</summary>
    Withheld,
}

/// <summary>One SMS: saved with the act that wants it, sent after by the worker, its text wiped once it is out.</summary>
public sealed class OutgoingMessageRow
{
    /// <summary>UUID version 7, so that the oldest comes first.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The code it carries, if any.</summary>
    public Guid? ChallengeId { get; init; }

    /// <summary>The reference it carries, if any.</summary>
    public string? Reference { get; init; }

    /// <summary>Phone, encrypted; null once the message is out.</summary>
    public byte[]? PhoneCipher { get; set; }

    /// <summary>Text, encrypted; null once the message is out.</summary>
    public byte[]? TextCipher { get; set; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on nobody wants it any more.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Where it stands.</summary>
    public required MessageState State { get; set; }

    /// <summary>When a worker took it.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>How often it was handed to a gateway that asked to try again.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>The gateway that took or refused it.</summary>
    public string? Gateway { get; set; }

    /// <summary>When the gateway took it.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    internal static void Map(EntityTypeBuilder<OutgoingMessageRow> table)
    {
        table.ToTable("outgoing_messages");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.State, row.Id });
    }
}
