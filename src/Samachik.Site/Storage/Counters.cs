using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Whom a sending is counted for.</summary>
/// <param name="AddressHash">The phone or e-mail address it goes to.</param>
/// <param name="NationalIdHash">The ID number typed, whether or not it has an account.</param>
/// <param name="Network">The network that asks.</param>
/// <param name="Standing">In what standing: each is counted apart.</param>
public sealed record SendSubject(byte[] AddressHash, byte[] NationalIdHash, byte[] Network, AskerStanding Standing);

/// <summary>
/// The counters that limit guessing and sending. Each moves in one statement that counts only while it may, so that
/// a hundred requests at one instant cannot pass a limit of five.
/// </summary>
public sealed class Counters(MembersDb db, LookupHash lookup, ILogger<Counters> log)
{
    /// <summary>
    /// Moves all counters of a sending, in the caller's transaction; on a refusal the caller rolls back, and nothing
    /// was counted.
    /// </summary>
    public async Task<SendRefusal?> TakeSendAsync(SendLimits limits, SendSubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var counter in limits.CountersFor(subject.Standing))
        {
            var key = KeyOf(counter.Axis, subject);
            if (await TakeAsync(key, counter.Limit, counter.Window, now) is not { } count)
                return new SendRefusal(counter.Axis, await EndOfAsync(key) ?? now + counter.Window);
            if (counter.IsAlarm(count)) log.LogWarning("The office's SMS budget {Axis} is used to 80 %", counter.Axis);
        }

        return null;
    }

    /// <summary>
    /// Counts a recovery's sending against its phone; whether it may go out. The page answers alike either way: a
    /// phone's limit would tell that the ID number typed has an account, and which phone it shares.
    /// </summary>
    public async Task<bool> TakeQuietlyAsync(SendLimits limits, SendSubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var counter in limits.QuietCounters())
            if (await TakeAsync(KeyOf(counter.Axis, subject), counter.Limit, counter.Window, now) is null) return false;
        return true;
    }

    /// <summary>
    /// Counts a try against the wrong tries of the day, of an address or (in a recovery) of an ID number; the end of the
    /// window when there have been too many.
    /// </summary>
    public async Task<DateTimeOffset?> CountTryAsync(byte[] whom, AskerStanding standing, int limit, DateTimeOffset now)
    {
        var key = TriesKey(whom, standing);
        var day = TimeSpan.FromDays(1);
        return await TakeAsync(key, limit, day, now) is null ? await EndOfAsync(key) ?? now + day : null;
    }

    /// <summary>Takes a counted try back: it was right.</summary>
    public Task ForgiveTryAsync(byte[] whom, AskerStanding standing)
    {
        var key = TriesKey(whom, standing);
        return db.Database.ExecuteSqlAsync(
            $"""UPDATE send_counters SET "count" = "count" - 1 WHERE "key" = {key} AND "count" > 0""");
    }

    /// <summary>Counts one of something that may happen <paramref name="limit"/> times in a window; whether it may.</summary>
    public async Task<bool> TryTakeAsync(string what, byte[] whom, int limit, TimeSpan window, DateTimeOffset now) =>
        await TakeAsync(lookup.Counter(what, whom), limit, window, now) is not null;

    /// <summary>
    /// Counts a wrong try of a journey before its code is compared; null when the journey has had all its tries.
    /// </summary>
    public async Task<int?> CountTryAsync(CodeJourneyRow journey, int limit)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var counted = journey is SignUpJourneyRow
            ? db.Database.SqlQuery<int?>(
                $"""
                UPDATE sign_up_journeys SET wrong_tries = wrong_tries + 1
                WHERE id = {journey.Id} AND wrong_tries < {limit} RETURNING wrong_tries AS "Value"
                """)
            : db.Database.SqlQuery<int?>(
                $"""
                UPDATE member_journeys SET wrong_tries = wrong_tries + 1
                WHERE id = {journey.Id} AND wrong_tries < {limit} RETURNING wrong_tries AS "Value"
                """);
        return (await counted.ToListAsync()).SingleOrDefault();
    }

    /// <summary>Gives a journey its tries back, once all its codes are dead and a new one goes out.</summary>
    public Task RenewTriesAsync(CodeJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return journey is SignUpJourneyRow
            ? db.Database.ExecuteSqlAsync($"UPDATE sign_up_journeys SET wrong_tries = 0 WHERE id = {journey.Id}")
            : db.Database.ExecuteSqlAsync($"UPDATE member_journeys SET wrong_tries = 0 WHERE id = {journey.Id}");
    }

    private byte[] TriesKey(byte[] whom, AskerStanding standing) => lookup.Counter($"tries{Apart(standing)}", whom);

    private static string Apart(AskerStanding standing) => standing switch
    {
        AskerStanding.Unproven => "",
        AskerStanding.Proven => "-proven",
        AskerStanding.Recovering => "-recovering",
        AskerStanding.ByEmail => "-by-email",
    };

    private byte[] KeyOf(SendAxis axis, SendSubject subject) => axis switch
    {
        SendAxis.PhonePerHour or SendAxis.PhonePerDay => lookup.Counter($"{axis}{Apart(subject.Standing)}", subject.AddressHash),
        SendAxis.NationalIdPerHour or SendAxis.NationalIdPerDay =>
            lookup.Counter($"{axis}{Apart(subject.Standing)}", subject.NationalIdHash),
        SendAxis.NetworkPerHour => lookup.Counter($"{axis}", subject.Network),
        SendAxis.BudgetPerHour or SendAxis.BudgetPerDay => lookup.Counter($"{axis}", []),
        SendAxis.Cooldown or SendAxis.Journey =>
            throw new ArgumentOutOfRangeException(nameof(axis), axis, "The journey's own history answers this."),
    };

    // The new count, or null when the limit stands in the way.
    private async Task<int?> TakeAsync(byte[] key, int limit, TimeSpan window, DateTimeOffset now)
    {
        var (start, end) = (now.ToUnixTimeMilliseconds(), (now + window).ToUnixTimeMilliseconds());
        var counts = await db.Database.SqlQuery<int?>(
            $"""
            INSERT INTO send_counters ("key", started_at, ends_at, "count") VALUES ({key}, {start}, {end}, 1)
            ON CONFLICT ("key") DO UPDATE SET
              "count" = CASE WHEN send_counters.ends_at <= {start} THEN 1 ELSE send_counters."count" + 1 END,
              started_at = CASE WHEN send_counters.ends_at <= {start} THEN {start} ELSE send_counters.started_at END,
              ends_at = CASE WHEN send_counters.ends_at <= {start} THEN {end} ELSE send_counters.ends_at END
            WHERE send_counters.ends_at <= {start} OR send_counters."count" < {limit}
            RETURNING "count" AS "Value"
            """).ToListAsync();
        return counts.SingleOrDefault();
    }

    private async Task<DateTimeOffset?> EndOfAsync(byte[] key)
    {
        var row = await db.SendCounters.AsNoTracking().SingleOrDefaultAsync(counter => counter.Key == key);
        return row?.EndsAt;
    }
}
