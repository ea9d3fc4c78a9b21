using System.Globalization;
using System.Runtime.CompilerServices;
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
public sealed record SendSubject(byte[] AddressHash, byte[] NationalIdHash, byte[] Network, AskerStanding Standing)
{
    /// <summary>Who signs up: nothing of them is proven.</summary>
    public static SendSubject OfSignUp(SignUpJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return new(journey.PhoneHash ?? [], journey.NationalIdHash ?? [], journey.Network, AskerStanding.Unproven);
    }
}

/// <summary>How much of one limit is used.</summary>
/// <param name="Axis">Which limit.</param>
/// <param name="Standing">In what standing it was asked for.</param>
/// <param name="Used">How often.</param>
/// <param name="Limit">How often at most.</param>
/// <param name="Until">When it begins anew.</param>
public sealed record LimitUsed(SendAxis Axis, AskerStanding Standing, int Used, int Limit, DateTimeOffset Until)
{
    /// <summary>Whether nothing more is to be had.</summary>
    public bool IsHit => Used >= Limit;
}

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
        var asked = limits.CountersFor(subject.Standing).Select(counter => (Key: KeyOf(counter.Axis, subject), Counter: counter)).ToList();
        var counts = await TakeAllAsync(asked.Select(one => (one.Key, one.Counter.Limit, one.Counter.Window)), now);
        foreach (var (key, counter) in asked)
        {
            if (CountOf(counts, key) is not { } count)
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
    public Task ForgiveTryAsync(byte[] whom, AskerStanding standing) => DecreaseAsync(TriesKey(whom, standing));

    /// <summary>How many codes are left of one of the office's budgets; below zero is none, for proven numbers go on.</summary>
    public async Task<long> BudgetLeftAsync(SendLimits limits, SendAxis axis, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var key = lookup.Counter($"{axis}", []);
        var used = await db.SendCounters.Where(row => row.Key == key && row.EndsAt > now).Select(row => row.Count).SingleOrDefaultAsync(stop);
        return (long)limits.CountersFor(AskerStanding.Unproven).Single(counter => counter.Axis == axis).Limit - used;
    }

    /// <summary>Counts one of something that may happen <paramref name="limit"/> times in a window; whether it may.</summary>
    public async Task<bool> TryTakeAsync(string what, byte[] whom, int limit, TimeSpan window, DateTimeOffset now) =>
        await TakeAsync(lookup.Counter(what, whom), limit, window, now) is not null;

    /// <summary>Counts one of something that may happen <paramref name="limit"/> times in a window; how many there are, or null: no more.</summary>
    public Task<int?> TakeOneAsync(string what, byte[] whom, int limit, TimeSpan window, DateTimeOffset now) =>
        TakeAsync(lookup.Counter(what, whom), limit, window, now);

    /// <summary>Takes back what <see cref="TryTakeAsync"/> counted: it did not happen after all.</summary>
    public Task TakeBackAsync(string what, byte[] whom) => DecreaseAsync(lookup.Counter(what, whom));

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

    /// <summary>What a phone and an ID number have used of their limits, those untouched left out.</summary>
    public async Task<IReadOnlyList<LimitUsed>> UsedAsync(SendLimits limits, byte[] phoneHash, byte[] nationalIdHash, DateTimeOffset now)
    {
        var limited = LimitsOf(limits, phoneHash, nationalIdHash).ToList();
        var keys = limited.Select(one => one.Key).ToList();
        var rows = await db.SendCounters.AsNoTracking().Where(row => keys.Contains(row.Key) && row.EndsAt > now).ToListAsync();
        return
        [
            .. from one in limited
               from row in rows
               where row.Key.AsSpan().SequenceEqual(one.Key)
               select new LimitUsed(one.Counter.Axis, one.Standing, row.Count, one.Counter.Limit, row.EndsAt),
        ];
    }

    /// <summary>Sets those limits back, and the wrong tries of the day; how many there were.</summary>
    public Task<int> LiftAsync(SendLimits limits, byte[] phoneHash, byte[] nationalIdHash)
    {
        List<byte[]> keys =
        [
            .. LimitsOf(limits, phoneHash, nationalIdHash).Select(one => one.Key), .. Enum.GetValues<AskerStanding>().Select(standing => TriesKey(phoneHash, standing)),
            TriesKey(nationalIdHash, AskerStanding.Recovering),
        ];
        return db.SendCounters.Where(row => keys.Contains(row.Key)).ExecuteDeleteAsync();
    }

    // Those of a phone and an ID number; a network and the office's budget are nobody's own.
    private IEnumerable<(byte[] Key, SendCounter Counter, AskerStanding Standing)> LimitsOf(SendLimits limits, byte[] phoneHash, byte[] nationalIdHash) =>
        from standing in (AskerStanding[])[AskerStanding.Unproven, AskerStanding.Proven, AskerStanding.Recovering]
        from counter in limits.CountersFor(standing).Concat(standing == AskerStanding.Recovering ? limits.QuietCounters() : [])
        where counter.Axis is not (SendAxis.NetworkPerHour or SendAxis.BudgetPerHour or SendAxis.BudgetPerDay)
        select (KeyOf(counter.Axis, new(phoneHash, nationalIdHash, [], standing)), counter, standing);

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
        SendAxis.Cooldown or SendAxis.Journey or SendAxis.Work or SendAxis.Guard or SendAxis.Stopped =>
            throw new ArgumentOutOfRangeException(nameof(axis), axis, "No counter answers this."),
    };

    // The new count, or null when the limit stands in the way.
    private async Task<int?> TakeAsync(byte[] key, int limit, TimeSpan window, DateTimeOffset now) =>
        CountOf(await TakeAllAsync([(key, limit, window)], now), key);

    // All in one statement, always in this order: of two at once, one waits for the other. Where a limit stands in the
    // way, no row comes back.
    private Task<List<Taken>> TakeAllAsync(IEnumerable<(byte[] Key, int Limit, TimeSpan Window)> asked, DateTimeOffset now)
    {
        var values = new List<object> { now.ToUnixTimeMilliseconds() };
        var (rows, limits) = (new List<string>(), new List<string>());
        foreach (var one in asked)
        {
            var (key, end, limit) = (values.Count, values.Count + 1, values.Count + 2);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"({{{key}}}, {{0}}, {{{end}}}, 1)"));
            limits.Add(string.Create(CultureInfo.InvariantCulture, $"WHEN {{{key}}} THEN {{{limit}}}"));
            values.AddRange([one.Key, (now + one.Window).ToUnixTimeMilliseconds(), one.Limit]);
        }

        return db.Database.SqlQuery<Taken>(FormattableStringFactory.Create(
            $"""
            INSERT INTO send_counters ("key", started_at, ends_at, "count") VALUES {string.Join(", ", rows)}
            ON CONFLICT ("key") DO UPDATE SET
              "count" = CASE WHEN send_counters.ends_at <= excluded.started_at THEN 1 ELSE send_counters."count" + 1 END,
              started_at = CASE WHEN send_counters.ends_at <= excluded.started_at THEN excluded.started_at ELSE send_counters.started_at END,
              ends_at = CASE WHEN send_counters.ends_at <= excluded.started_at THEN excluded.ends_at ELSE send_counters.ends_at END
            WHERE send_counters.ends_at <= excluded.started_at
              OR send_counters."count" < CASE excluded."key" {string.Join(' ', limits)} END
            RETURNING "key" AS "Key", "count" AS "Count"
            """,
            [.. values])).ToListAsync();
    }

    private static int? CountOf(List<Taken> counts, byte[] key) => counts.Find(taken => taken.Key.AsSpan().SequenceEqual(key))?.Count;

    private Task<int> DecreaseAsync(byte[] key) => db.Database.ExecuteSqlAsync(
        $"""UPDATE send_counters SET "count" = "count" - 1 WHERE "key" = {key} AND "count" > 0""");

    private async Task<DateTimeOffset?> EndOfAsync(byte[] key)
    {
        var row = await db.SendCounters.AsNoTracking().SingleOrDefaultAsync(counter => counter.Key == key);
        return row?.EndsAt;
    }

    private sealed class Taken
    {
        public required byte[] Key { get; init; }

        public required int Count { get; init; }
    }
}
