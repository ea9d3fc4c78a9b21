using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>
/// How many codes went to unproven numbers, and how many came back right: by network, first digits, run of numbers and
/// in all, in slots of five minutes. A right code is counted where it was sent, whenever it comes back.
/// </summary>
public sealed class SendTallies(MembersDb db, LookupHash lookup, SendHistory history)
{
    /// <summary>How long a slot is.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    private const int PrefixLength = 4;
    private const int RunOf = 3;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The first digits that a number is tallied by.</summary>
    public static string PrefixOf(ThaiMobileNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.National[..PrefixLength];
    }

    /// <summary>Counts a code that is sent, in the caller's transaction and as its last statement: one row of these is everybody's.</summary>
    public Task CountSentAsync(byte[] network, ThaiMobileNumber number, DateTimeOffset now) => AddAsync(network, number, now, 1, 0);

    /// <summary>Counts a code that came back right, as the last statement of the caller's transaction.</summary>
    public Task CountRightAsync(CodeChallengeRow spent, ThaiMobileNumber number)
    {
        ArgumentNullException.ThrowIfNull(spent);
        return spent.Network is { } network ? AddAsync(network, number, spent.SentAt, 0, 1) : Task.CompletedTask;
    }

    /// <summary>The key of a scope's rows.</summary>
    public byte[] KeyOf(TallyScope scope, byte[] network, ThaiMobileNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return scope switch
        {
            TallyScope.All => lookup.Counter("tally-all", []),
            TallyScope.Network => lookup.Counter("tally-network", network),
            TallyScope.Prefix => lookup.Counter($"tally-prefix-{PrefixOf(number)}", []),
            TallyScope.Run => lookup.Counter($"tally-run-{number.National[..^RunOf]}", []),
        };
    }

    /// <summary>What was sent within the hour in each scope of a code, the most particular last but for the whole service.</summary>
    /// <param name="network">Who asks.</param>
    /// <param name="number">Whom it would go to.</param>
    /// <param name="life">A code older than this cannot come back any more.</param>
    /// <param name="now">Now.</param>
    public async Task<(IReadOnlyList<SendTally> Tallies, UsualSending Usual)> ReadAsync(
        byte[] network, ThaiMobileNumber number, TimeSpan life, DateTimeOffset now)
    {
        var (ofNetwork, ofPrefix, ofRun, ofAll) = KeysOf(network, number);
        var usual = await history.ReadAsync(db, ofAll, now);
        var (hour, settled, since) = (now - Hour, now - life - Slot, now - SendHistory.Reach);
        var read = await db.SendTallies
            .Where(row => (row.Scope == TallyScope.Network && row.Key == ofNetwork && row.Slot > since)
                || (row.Scope == TallyScope.Prefix && row.Key == ofPrefix && row.Slot > since)
                || (row.Scope == TallyScope.Run && row.Key == ofRun && row.Slot > since)
                || (row.Scope == TallyScope.All && row.Key == ofAll && row.Slot > hour))
            .GroupBy(row => row.Scope)
            .Select(rows => new
            {
                Scope = rows.Key,
                Sent = rows.Sum(row => row.Slot > hour ? row.Sent : 0),
                Verified = rows.Sum(row => row.Slot > hour ? row.Verified : 0),
                Settled = rows.Sum(row => row.Slot > hour && row.Slot <= settled ? row.Sent : 0),
                SettledVerified = rows.Sum(row => row.Slot > hour && row.Slot <= settled ? row.Verified : 0),
                Before = rows.Sum(row => row.Slot > hour ? 0 : row.Sent),
            }).ToListAsync();
        var hours = Math.Max(1, usual.Hours);
        return ([
            .. read.OrderBy(row => OrderOf(row.Scope)).Select(row => new SendTally(
                row.Scope, row.Sent, row.Verified, row.Settled, row.SettledVerified,
                (row.Scope == TallyScope.All ? usual.Sent : row.Before) / hours)),
        ], usual);
    }

    private (byte[] Network, byte[] Prefix, byte[] Run, byte[] All) KeysOf(byte[] network, ThaiMobileNumber number) => (
        KeyOf(TallyScope.Network, network, number), KeyOf(TallyScope.Prefix, network, number),
        KeyOf(TallyScope.Run, network, number), KeyOf(TallyScope.All, network, number));

    private static int OrderOf(TallyScope scope) => scope switch
    {
        TallyScope.Network => 0,
        TallyScope.Prefix => 1,
        TallyScope.Run => 2,
        TallyScope.All => 3,
    };

    // One statement, always in this order: of two at once, one waits for the other, and never both.
    private Task<int> AddAsync(byte[] network, ThaiMobileNumber number, DateTimeOffset at, int sent, int right)
    {
        var slot = (at - TimeSpan.FromTicks(at.UtcTicks % Slot.Ticks)).ToUnixTimeMilliseconds();
        var (ofNetwork, ofPrefix, ofRun, ofAll) = KeysOf(network, number);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO send_tallies (scope, "key", slot, sent, verified) VALUES
              ('Network', {ofNetwork}, {slot}, {sent}, {right}), ('Prefix', {ofPrefix}, {slot}, {sent}, {right}),
              ('Run', {ofRun}, {slot}, {sent}, {right}), ('All', {ofAll}, {slot}, {sent}, {right})
            ON CONFLICT (scope, "key", slot) DO UPDATE SET
              sent = send_tallies.sent + excluded.sent, verified = send_tallies.verified + excluded.verified
            """);
    }
}

/// <summary>What the whole service sent in the fourteen days before the last hour: each node reads it anew every minute.</summary>
public sealed class SendHistory
{
    /// <summary>How far back it goes.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(14);

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);
    private Kept kept = new(UsualSending.None, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The history, at most a minute old.</summary>
    public async Task<UsualSending> ReadAsync(MembersDb db, byte[] ofAll, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (Volatile.Read(ref kept) is { } known && now >= known.From && now < known.Until) return known.Usual;
        var (since, hour) = (now - Reach, now - TimeSpan.FromHours(1));
        var rows = await db.SendTallies.Where(row => row.Scope == TallyScope.All && row.Key == ofAll && row.Slot > since && row.Slot <= hour)
            .GroupBy(row => row.Scope)
            .Select(all => new { Sent = all.Sum(row => (long)row.Sent), Verified = all.Sum(row => (long)row.Verified), First = all.Min(row => row.Slot) })
            .ToListAsync();
        var usual = rows is [var all] ? new UsualSending(all.Sent, all.Verified, (hour - all.First).TotalHours) : UsualSending.None;
        Volatile.Write(ref kept, new(usual, now, now + GoodFor));
        return usual;
    }

    private sealed record Kept(UsualSending Usual, DateTimeOffset From, DateTimeOffset Until);
}
