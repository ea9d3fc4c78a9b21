using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>What became of a message that was handed over, to be recorded.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="At">When.</param>
public sealed record HandedOver(MessageState State, DateTimeOffset At)
{
    /// <summary>The gateway that was handed it last.</summary>
    public string? Gateway { get; init; }

    /// <summary>That gateway's own name for it.</summary>
    public string? GatewayId { get; init; }

    /// <summary>Why it was refused for good.</summary>
    public SmsRefusal? Refusal { get; init; }

    /// <summary>When it is handed over again; null: never, and what it holds is wiped.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Only the same gateway may have it again.</summary>
    public bool IsBound { get; init; }
}

/// <summary>How many messages wait, and since when the oldest of them.</summary>
public sealed record WaitingMessages(int Count, DateTimeOffset? Oldest);

/// <summary>
/// Takes waiting messages so that no two workers have the same one: in one statement that on PostgreSQL passes over
/// rows another worker is taking at that instant. SQLite has one writer at a time anyway.
/// </summary>
public sealed class MessageClaims(MembersDb db, SiteSettings settings)
{
    /// <summary>Takes the oldest that wait, at most so many, for a gateway; one that is bound stays with its own.</summary>
    public Task<List<OutgoingMessageRow>> ClaimAsync(int most, string gateway, DateTimeOffset now, CancellationToken stop)
    {
        var at = now.ToUnixTimeMilliseconds();
        FormattableString take = settings.Storage.Kind switch
        {
            StorageKind.Sqlite =>
                $"""
                UPDATE outgoing_messages SET state = 'Taken', taken_at = {at},
                  gateway = CASE WHEN is_bound THEN gateway ELSE {gateway} END
                WHERE id IN (SELECT id FROM outgoing_messages
                  WHERE state = 'Waiting' AND (retry_at IS NULL OR retry_at <= {at}) ORDER BY id LIMIT {most})
                RETURNING *
                """,
            StorageKind.Postgres =>
                $"""
                UPDATE outgoing_messages SET state = 'Taken', taken_at = {at},
                  gateway = CASE WHEN is_bound THEN gateway ELSE {gateway} END
                WHERE id IN (SELECT id FROM outgoing_messages
                  WHERE state = 'Waiting' AND (retry_at IS NULL OR retry_at <= {at}) ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """,
        };
        return db.OutgoingMessages.FromSql(take).AsNoTracking().ToListAsync(stop);
    }

    /// <summary>Notes that a taken message now goes to another gateway, before it does; whether it is still this worker's.</summary>
    public async Task<bool> TurnToAsync(OutgoingMessageRow row, string gateway, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        var turned = await StillMine(row).Where(one => one.State == MessageState.Taken).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Gateway, gateway).SetProperty(one => one.TakenAt, now));
        (row.Gateway, row.TakenAt) = (gateway, now);
        return turned == 1;
    }

    /// <summary>Records what became of a taken message, unless a receipt told more of it meanwhile.</summary>
    public Task RecordAsync(OutgoingMessageRow row, HandedOver outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        DateTimeOffset? acceptedAt = outcome.State == MessageState.Accepted ? outcome.At : null;
        var isOver = outcome.RetryAt is null;
        return StillMine(row).Where(one => one.State == MessageState.Taken || one.State == MessageState.Unknown).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, outcome.State)
                .SetProperty(one => one.Gateway, outcome.Gateway)
                .SetProperty(one => one.GatewayId, outcome.GatewayId)
                .SetProperty(one => one.Refusal, outcome.Refusal)
                .SetProperty(one => one.RetryAt, outcome.RetryAt)
                .SetProperty(one => one.IsBound, outcome.IsBound)
                .SetProperty(one => one.AcceptedAt, acceptedAt)
                .SetProperty(one => one.Attempts, one => one.Attempts + 1)
                .SetProperty(one => one.TextCipher, one => isOver ? null : one.TextCipher)
                .SetProperty(one => one.PhoneCipher, one => isOver ? null : one.PhoneCipher));
    }

    /// <summary>Messages whose worker is gone: taken so long ago that it must have ended.</summary>
    public Task<List<OutgoingMessageRow>> AbandonedAsync(DateTimeOffset takenBefore, CancellationToken stop) =>
        db.OutgoingMessages.AsNoTracking().Where(row => row.State == MessageState.Taken && row.TakenAt <= takenBefore)
            .OrderBy(row => row.Id).Take(100).ToListAsync(stop);

    /// <summary>Lets unknown messages wait anew whose time for a receipt is over, and gives up those nobody wants any more.</summary>
    public async Task ResumeAsync(DateTimeOffset now, CancellationToken stop)
    {
        var due = db.OutgoingMessages.Where(row => row.State == MessageState.Unknown && row.RetryAt <= now);
        await due.Where(row => row.NotAfter > now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.Waiting), stop);
        await due.Where(row => row.NotAfter <= now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.RetryAt, (DateTimeOffset?)null)
                .SetProperty(row => row.TextCipher, (byte[]?)null).SetProperty(row => row.PhoneCipher, (byte[]?)null), stop);
    }

    /// <summary>How many wait now.</summary>
    public async Task<WaitingMessages> WaitingAsync(CancellationToken stop)
    {
        var waiting = db.OutgoingMessages.Where(row => row.State == MessageState.Waiting);
        var count = await waiting.CountAsync(stop);
        return new(count, count == 0 ? null : await waiting.OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(stop));
    }

    // The time of the taking tells this taking from a later one of the same message.
    private IQueryable<OutgoingMessageRow> StillMine(OutgoingMessageRow row) =>
        db.OutgoingMessages.Where(one => one.Id == row.Id && one.TakenAt == row.TakenAt);
}
