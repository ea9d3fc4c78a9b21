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

    /// <summary>A worker died, or the line broke, in the middle: it may have gone out.</summary>
    Unknown,

    /// <summary>For nobody: the ID number typed has no account. Kept so that its recovery takes the same way as any other.</summary>
    Withheld,
}

/// <summary>Why a gateway refused a message for good.</summary>
public enum SmsRefusal
{
    /// <summary>The number does not exist, or cannot be reached from there.</summary>
    Number,

    /// <summary>The operator or the person bars messages of this kind.</summary>
    Barred,

    /// <summary>The text or the sender's name is not allowed there.</summary>
    Text,

    /// <summary>The office's account there cannot be used: password, credit, rights.</summary>
    Account,

    /// <summary>It gave no reason that is known.</summary>
    Other,
}

/// <summary>What a gateway told of a message that it took.</summary>
public enum SmsDelivery
{
    /// <summary>It waits for the phone, which is off or out of reach.</summary>
    Buffered,

    /// <summary>The phone has it.</summary>
    Delivered,

    /// <summary>It did not reach the phone and will not.</summary>
    Failed,
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

    /// <summary>Phone, hashed, for an officer who is asked what became of it; drawn for nobody's.</summary>
    public byte[]? PhoneHash { get; init; }

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

    /// <summary>Not to be tried before; of an unknown one, when it may be handed over again: null is never.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>The gateway that was handed it last.</summary>
    public string? Gateway { get; set; }

    /// <summary>Only <see cref="Gateway"/> may have it again: it may have it already, and knows it by its id.</summary>
    public bool IsBound { get; set; }

    /// <summary>A gateway that failed this person before: asked last.</summary>
    public string? Avoid { get; init; }

    /// <summary>The gateway that an officer chose: asked first.</summary>
    public string? Prefer { get; init; }

    /// <summary>The gateway's own name for it.</summary>
    public string? GatewayId { get; set; }

    /// <summary>Why it was refused for good.</summary>
    public SmsRefusal? Refusal { get; set; }

    /// <summary>The number's first three digits, for figures by operator: a million numbers share them. Null for nobody's.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it is kept for the look of it alone: there is nobody to send it to. A release before had neither column.</summary>
    public bool IsForNobody => Prefix is null && PhoneHash is not null;

    /// <summary>What the gateway told of it since; null: nothing yet.</summary>
    public SmsDelivery? Delivery { get; set; }

    /// <summary>When it told that.</summary>
    public DateTimeOffset? DeliveryAt { get; set; }

    /// <summary>When the gateway took it.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    internal static void Map(EntityTypeBuilder<OutgoingMessageRow> table)
    {
        table.ToTable("outgoing_messages");
        table.HasKey(row => row.Id);
        table.Ignore(row => row.IsForNobody);
        table.Property(row => row.Gateway).HasMaxLength(40);
        table.Property(row => row.Avoid).HasMaxLength(40);
        table.Property(row => row.Prefer).HasMaxLength(40);
        table.Property(row => row.GatewayId).HasMaxLength(100);
        table.Property(row => row.Prefix).HasMaxLength(3);
        table.HasIndex(row => new { row.State, row.Id });
        table.HasIndex(row => row.ChallengeId);
        table.HasIndex(row => new { row.PhoneHash, row.Id });
        table.HasIndex(row => row.GatewayId);
    }
}
