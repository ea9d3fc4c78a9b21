using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Storage;

/// <summary>What the counters say of a try: whether it may be looked at, and whether the password is disabled by now.</summary>
/// <param name="OpensAt">When the next try may be; null: this one may.</param>
/// <param name="IsDisabled">Too many wrong tries in a row.</param>
/// <param name="DisablesNow">This very try is the last one in a row, should it be wrong.</param>
public sealed record SignInTry(DateTimeOffset? OpensAt, bool IsDisabled, bool DisablesNow);

/// <summary>
/// Counts tries of passwords before they are looked at, for an ID number whether or not it has an account. Each
/// counter moves in one statement that counts only while it may.
/// </summary>
public sealed class SignInCounters(MembersDb db, LookupHash lookup)
{
    // {0}: the key, {1}: now, {2}: when older tries are forgotten, {3}: when the next may be after the first, {4}: tries
    // without a wait, {5} and {6}: the first and the longest wait. The wait is set with the count itself.
    private const string MoveSlow =
        """
        INSERT INTO sign_in_attempts ("key", failures, last_failed_at, opens_at) VALUES ({0}, 1, {1}, {3})
        ON CONFLICT ("key") DO UPDATE SET
          failures = CASE WHEN sign_in_attempts.last_failed_at <= {2} THEN 1 ELSE sign_in_attempts.failures + 1 END,
          last_failed_at = {1},
          opens_at = CASE
            WHEN sign_in_attempts.last_failed_at <= {2} THEN {3}
            WHEN sign_in_attempts.failures + 1 < {4} THEN {1}
            WHEN sign_in_attempts.failures + 1 - {4} >= 20 THEN {1} + {6}
            WHEN {5} * (1 << (sign_in_attempts.failures + 1 - {4})) > {6} THEN {1} + {6}
            ELSE {1} + {5} * (1 << (sign_in_attempts.failures + 1 - {4})) END
        WHERE sign_in_attempts.opens_at <= {1}
        RETURNING failures
        """;

    // {7}: the key, {8}: how many there may be.
    private const string MoveInARow = """INSERT INTO sign_in_attempts ("key", failures, last_failed_at, opens_at) SELECT {7}, 1, {1}, {1}""";
    private const string CountInARow =
        """
        ON CONFLICT ("key") DO UPDATE SET failures = sign_in_attempts.failures + 1, last_failed_at = {1}
        WHERE sign_in_attempts.failures < {8}
        RETURNING failures
        """;

    /// <summary>
    /// Counts a try that is wrong until it proves right; forget it with <see cref="ForgetAsync"/>. A known browser of
    /// the member counts by itself, so nobody elsewhere can close its way.
    /// </summary>
    public async Task<SignInTry> CountAsync(
        SignInAttempts rules, byte[] nationalIdHash, byte[] network, Guid? knownBrowser, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var slow = SlowKey(nationalIdHash, network, knownBrowser);
        var (slowed, inARow) = await MoveAsync(rules, slow, RowKey(nationalIdHash, knownBrowser), now);
        if (slowed is not null) return new(null, inARow is null, inARow == rules.MostInARow);
        var row = await db.SignInAttempts.AsNoTracking().SingleOrDefaultAsync(attempt => attempt.Key == slow);
        return new(row?.OpensAt ?? now + rules.FirstWait, false, false);
    }

    /// <summary>Forgets the wrong tries that were slowed and, where this way of signing in was not closed, those in a row.</summary>
    public Task ForgetAsync(SignInAttempts rules, byte[] nationalIdHash, byte[] network, Guid? knownBrowser)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (slow, row) = (SlowKey(nationalIdHash, network, knownBrowser), RowKey(nationalIdHash, knownBrowser));
        return db.SignInAttempts.Where(attempt => attempt.Key == slow || attempt.Key == row).ExecuteDeleteAsync();
    }

    /// <summary>Takes a counted try back: it was not looked at. A wait that it brought stays, as others may have brought it.</summary>
    public Task TakeBackAsync(byte[] nationalIdHash, byte[] network, Guid? knownBrowser)
    {
        var (slow, row) = (SlowKey(nationalIdHash, network, knownBrowser), RowKey(nationalIdHash, knownBrowser));
        return db.SignInAttempts.Where(attempt => (attempt.Key == slow || attempt.Key == row) && attempt.Failures > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.Failures, attempt => attempt.Failures - 1));
    }

    /// <summary>Opens the password again on browsers that are not known: a new one was set.</summary>
    public Task ReopenAsync(byte[] nationalIdHash)
    {
        var row = RowKey(nationalIdHash, null);
        return db.SignInAttempts.Where(attempt => attempt.Key == row).ExecuteDeleteAsync();
    }

    /// <summary>Whether too many wrong tries in a row closed the password on browsers that are not known.</summary>
    public Task<bool> IsDisabledAsync(SignInAttempts rules, byte[] nationalIdHash)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var row = RowKey(nationalIdHash, null);
        return db.SignInAttempts.AnyAsync(attempt => attempt.Key == row && attempt.Failures >= rules.MostInARow);
    }

    private byte[] SlowKey(byte[] nationalIdHash, byte[] network, Guid? knownBrowser) => knownBrowser is { } browser
        ? lookup.Counter("sign-in-browser", [.. nationalIdHash, .. browser.ToByteArray()])
        : lookup.Counter("sign-in-network", [.. nationalIdHash, .. network]);

    private byte[] RowKey(byte[] nationalIdHash, Guid? knownBrowser) => knownBrowser is { } browser
        ? lookup.Counter("sign-in-browser-row", [.. nationalIdHash, .. browser.ToByteArray()])
        : lookup.Counter("sign-in-row", nationalIdHash);

    // The new counts: the first is null while nobody may try, and then the second does not move; the second is null when
    // there have been too many in a row. PostgreSQL moves both in one statement; SQLite has no such, and its own transaction.
    private async Task<Moved> MoveAsync(SignInAttempts rules, byte[] slow, byte[] row, DateTimeOffset now)
    {
        var (at, stale) = (now.ToUnixTimeMilliseconds(), (now - rules.ForgottenAfter).ToUnixTimeMilliseconds());
        var (first, longest) = ((long)rules.FirstWait.TotalMilliseconds, (long)rules.LongestWait.TotalMilliseconds);
        var firstOpens = rules.WaitAfter(1) is { Ticks: > 0 } wait ? (now + wait).ToUnixTimeMilliseconds() : at;
        object[] values = [slow, at, stale, firstOpens, rules.Free, first, longest, row, rules.MostInARow];
        if (db.Database.IsNpgsql())
            return (await db.Database.SqlQueryRaw<Moved>(
                $"""
                WITH slow AS ({MoveSlow}), in_a_row AS ({MoveInARow} WHERE EXISTS (SELECT 1 FROM slow) {CountInARow})
                SELECT (SELECT failures FROM slow) AS "Slow", (SELECT failures FROM in_a_row) AS "InARow"
                """,
                values).ToListAsync()).Single();

        await using var transaction = await db.Database.BeginTransactionAsync();
        var slowed = (await db.Database.SqlQueryRaw<int?>($"""{MoveSlow} AS "Value" """, values).ToListAsync()).SingleOrDefault();
        var inARow = slowed is null ? null
            : (await db.Database.SqlQueryRaw<int?>($"""{MoveInARow} WHERE true {CountInARow} AS "Value" """, values).ToListAsync()).SingleOrDefault();
        await transaction.CommitAsync();
        return new(slowed, inARow);
    }

    private sealed record Moved(int? Slow, int? InARow);
}
