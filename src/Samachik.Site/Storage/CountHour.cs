using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>
/// Counts the figures of one hour from what the tables keep, by ranges of their indexes alone. To count an hour again
/// gives the same; what was added where it happened stays.
/// </summary>
public sealed class CountHour(MembersDb db)
{
    /// <summary>Counts an hour, all of it or nothing.</summary>
    public async Task CountAsync(DateTimeOffset hour, DateTimeOffset now, bool closes, CancellationToken stop)
    {
        var (slot, end) = (hour.ToUnixTimeMilliseconds(), (hour + TimeSpan.FromHours(1)).ToUnixTimeMilliseconds());
        if (!await HasAnythingAsync(hour, slot, end, stop))
        {
            await NoteAsync(slot, now, closes, stop);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);

        // First, so that two nodes at once count the hour one after the other.
        await NoteAsync(slot, now, closes, stop);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE day_figures SET counted = 0 WHERE slot = {slot}
              AND kind IN ('SentByGateway', 'SentByPrefix', 'ArrivedByGateway', 'ArrivedByPrefix', 'GuardStrike', 'SignIn')
            """,
            stop);
        await CountSignUpsAsync(slot, end, stop);
        await CountActsAsync(slot, end, stop);
        await CountMessagesAsync(hour, slot, end, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Notes how many messages wait in a queue and how long the oldest has, if that is more than the hour has seen.</summary>
    public async Task SeeQueueAsync(FigureQueue queue, WaitingMessages waiting, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var (slot, label, length) = (ThaiDay.HourOf(now).ToUnixTimeMilliseconds(), queue.ToString(), (long)waiting.Count);
        var age = waiting.Oldest is { } since ? Math.Max(0, (long)(now - since).TotalSeconds) : 0;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added)
            VALUES ({slot}, 'QueueLength', {label}, 0, {length}, 0), ({slot}, 'QueueAge', {label}, 0, {age}, 0)
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET
              counted = CASE WHEN excluded.counted > day_figures.counted THEN excluded.counted ELSE day_figures.counted END
            """,
            stop);
    }

    /// <summary>How many e-mails wait now.</summary>
    public async Task<WaitingMessages> WaitingMailsAsync(CancellationToken stop)
    {
        var waiting = db.OutgoingMails.Where(row => row.State == MessageState.Waiting);
        var count = await waiting.CountAsync(stop);
        return new(count, count == 0 ? null : await waiting.OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(stop));
    }

    // Of a quiet hour no more is written than that it was counted: so a stop of days is soon caught up with, and SQLite's
    // one writer keeps nobody waiting.
    private async Task<bool> HasAnythingAsync(DateTimeOffset hour, long slot, long end, CancellationToken stop)
    {
        var (first, last) = MessagesOf(hour);
        return await db.Database.SqlQuery<int>(
            $"""
            SELECT CASE WHEN EXISTS (SELECT 1 FROM sign_up_journeys WHERE started_at >= {slot} AND started_at < {end})
              OR EXISTS (SELECT 1 FROM audit_entries WHERE "at" >= {slot} AND "at" < {end})
              OR EXISTS (SELECT 1 FROM guard_decisions WHERE "at" >= {slot} AND "at" < {end})
              OR EXISTS (SELECT 1 FROM outgoing_messages WHERE id > {first} AND id < {last})
              OR EXISTS (SELECT 1 FROM day_figures WHERE slot = {slot} AND counted > 0) THEN 1 ELSE 0 END AS "Value"
            """).SingleAsync(stop) == 1;
    }

    private Task<int> NoteAsync(long slot, DateTimeOffset now, bool closes, CancellationToken stop)
    {
        var at = now.ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_hours (slot, counted_at, is_closed) VALUES ({slot}, {at}, {closes})
            ON CONFLICT (slot) DO UPDATE SET counted_at = excluded.counted_at, is_closed = excluded.is_closed
            """,
            stop);
    }

    // Ids begin with their time: their key finds an hour's without an index of its own.
    private static (Guid After, Guid Before) MessagesOf(DateTimeOffset hour) =>
        (Guid.CreateVersion7(hour.AddMilliseconds(-1)), Guid.CreateVersion7(hour.AddHours(1).AddMilliseconds(1)));

    // One row a step whatever there is, in the order in which removed sign-ups are added.
    private Task<int> CountSignUpsAsync(long slot, long end, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO day_figures (slot, kind, label, step, counted, added)
        SELECT {slot}, 'SignUp', steps.label, 0, CASE steps.label WHEN 'Agreed' THEN agreed WHEN 'DetailsGiven' THEN details
            WHEN 'CodeSent' THEN sent WHEN 'PhoneProven' THEN proven ELSE members END, 0
        FROM (SELECT COUNT(*) AS agreed, COUNT(details_given_at) AS details, COUNT(CASE WHEN sends > 0 THEN 1 END) AS sent,
            COUNT(phone_proven_at) AS proven, COUNT(member_id) AS members
          FROM sign_up_journeys WHERE started_at >= {slot} AND started_at < {end}) AS counts
        CROSS JOIN (SELECT 0 AS place, 'Agreed' AS label UNION ALL SELECT 1, 'DetailsGiven' UNION ALL SELECT 2, 'CodeSent'
          UNION ALL SELECT 3, 'PhoneProven' UNION ALL SELECT 4, 'BecameMember') AS steps
        WHERE true ORDER BY steps.place
        ON CONFLICT (slot, kind, label, step) DO UPDATE SET counted = excluded.counted
        """,
        stop);

    private async Task CountActsAsync(long slot, long end, CancellationToken stop)
    {
        // A sign-up begins a session too; that is no sign-in.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added)
            SELECT {slot}, 'SignIn', CASE act WHEN 'SignedUp' THEN 'SignedIn' ELSE act END, 0, SUM(CASE act WHEN 'SignedUp' THEN -1 ELSE 1 END), 0
            FROM audit_entries WHERE "at" >= {slot} AND "at" < {end}
              AND act IN ('SignedUp', 'SignedIn', 'SignInFailed', 'SecondStepFailed', 'PasswordDisabled') GROUP BY 3
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET counted = excluded.counted
            """,
            stop);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added)
            SELECT {slot}, 'GuardStrike', rule, 0, COUNT(*), 0 FROM guard_decisions WHERE "at" >= {slot} AND "at" < {end} GROUP BY rule
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET counted = excluded.counted
            """,
            stop);
    }

    private async Task CountMessagesAsync(DateTimeOffset hour, long slot, long end, CancellationToken stop)
    {
        var (first, last) = MessagesOf(hour);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added)
            SELECT {slot}, kinds.sent, CASE kinds.sent WHEN 'SentByGateway' THEN gateway ELSE prefix END, 0, COUNT(*), 0
            FROM outgoing_messages CROSS JOIN (SELECT 'SentByGateway' AS sent UNION ALL SELECT 'SentByPrefix') AS kinds
            WHERE id > {first} AND id < {last} AND created_at >= {slot} AND created_at < {end}
              AND kind = 'Code' AND state = 'Accepted' AND gateway IS NOT NULL AND prefix IS NOT NULL GROUP BY 2, 3
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET counted = excluded.counted
            """,
            stop);
        var steps = DeliveryTimes.Steps;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added)
            SELECT {slot}, kinds.arrived, CASE kinds.arrived WHEN 'ArrivedByGateway' THEN gateway ELSE prefix END, step, COUNT(*), 0
            FROM (SELECT gateway, prefix, CASE
                WHEN took < {steps[0]} * 1000 THEN {steps[0]} WHEN took < {steps[1]} * 1000 THEN {steps[1]}
                WHEN took < {steps[2]} * 1000 THEN {steps[2]} WHEN took < {steps[3]} * 1000 THEN {steps[3]}
                WHEN took < {steps[4]} * 1000 THEN {steps[4]} WHEN took < {steps[5]} * 1000 THEN {steps[5]}
                WHEN took < {steps[6]} * 1000 THEN {steps[6]} WHEN took < {steps[7]} * 1000 THEN {steps[7]}
                ELSE {DeliveryTimes.Beyond} END AS step
              FROM (SELECT gateway, prefix, delivery_at - created_at AS took FROM outgoing_messages
                WHERE id > {first} AND id < {last} AND created_at >= {slot} AND created_at < {end}
                  AND kind = 'Code' AND delivery = 'Delivered' AND gateway IS NOT NULL AND prefix IS NOT NULL) AS times) AS arrivals
            CROSS JOIN (SELECT 'ArrivedByGateway' AS arrived UNION ALL SELECT 'ArrivedByPrefix') AS kinds
            GROUP BY 2, 3, 4
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET counted = excluded.counted
            """,
            stop);
    }
}
