using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Storage;

/// <summary>Whom a sending is counted for.</summary>
/// <param name="PhoneHash">The phone it goes to.</param>
/// <param name="NationalIdHash">The ID number typed, whether or not it has an account.</param>
/// <param name="Network">The network that asks.</param>
/// <param name="Proven">Whether the asker proved this phone before: counted apart, so that no stranger uses up the owner's.</param>
public sealed record SendSubject(byte[] PhoneHash, byte[] NationalIdHash, byte[] Network, bool Proven);

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
        foreach (var counter in limits.CountersFor(subject.Proven))
        {
            var key = KeyOf(counter.Axis, subject);
            if (await TakeAsync(key, counter.Limit, counter.Window, now) is not { } count)
                return new SendRefusal(counter.Axis, await EndOfAsync(key) ?? now + counter.Window);
            if (counter.IsAlarm(count)) log.LogWarning("The office's SMS budget {Axis} is used to 80 %", counter.Axis);
        }

        return null;
    }

    /// <summary>Counts a try against a phone's wrong tries of the day; the end of the window when there have been too many.</summary>
    public async Task<DateTimeOffset?> CountTryAsync(byte[] phoneHash, bool proven, int limit, DateTimeOffset now)
    {
        var key = TriesKey(phoneHash, proven);
        var day = TimeSpan.FromDays(1);
        return await TakeAsync(key, limit, day, now) is null ? await EndOfAsync(key) ?? now + day : null;
    }

    /// <summary>Takes a counted try back: it was right.</summary>
    public Task ForgiveTryAsync(byte[] phoneHash, bool proven)
    {
        var key = TriesKey(phoneHash, proven);
        return db.Database.ExecuteSqlAsync(
            $"""UPDATE send_counters SET "count" = "count" - 1 WHERE "key" = {key} AND "count" > 0""");
    }

    /// <summary>Counts one of something that may happen <paramref name="limit"/> times in a window; whether it may.</summary>
    public async Task<bool> TryTakeAsync(string what, byte[] whom, int limit, TimeSpan window, DateTimeOffset now) =>
        await TakeAsync(lookup.Counter(what, whom), limit, window, now) is not null;

    /// <summary>
    /// Counts a wrong try of a journey before its code is compared; null when the journey has had all its tries.
    /// </summary>
    public async Task<int?> CountTryAsync(Guid journey, int limit) => (await db.Database.SqlQuery<int?>(
        $"""
        UPDATE sign_up_journeys SET wrong_tries = wrong_tries + 1
        WHERE id = {journey} AND wrong_tries < {limit} RETURNING wrong_tries AS "Value"
        """).ToListAsync()).SingleOrDefault();

    /// <summary>Gives a journey its tries back, once all its codes are dead and a new one goes out.</summary>
    public Task RenewTriesAsync(Guid journey) =>
        db.Database.ExecuteSqlAsync($"UPDATE sign_up_journeys SET wrong_tries = 0 WHERE id = {journey}");

    private byte[] TriesKey(byte[] phoneHash, bool proven) => lookup.Counter($"tries{Apart(proven)}", phoneHash);

    private static string Apart(bool proven) => proven ? "-proven" : "";

    private byte[] KeyOf(SendAxis axis, SendSubject subject) => axis switch
    {
        SendAxis.PhonePerHour or SendAxis.PhonePerDay => lookup.Counter($"{axis}{Apart(subject.Proven)}", subject.PhoneHash),
        SendAxis.NationalIdPerDay => lookup.Counter($"{axis}{Apart(subject.Proven)}", subject.NationalIdHash),
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
