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
    /// <summary>
    /// Counts a try that is wrong until it proves right; forget it with <see cref="ForgetAsync"/>. A known browser of
    /// the member counts by itself, so nobody elsewhere can close its way.
    /// </summary>
    public async Task<SignInTry> CountAsync(
        SignInAttempts rules, byte[] nationalIdHash, byte[] network, Guid? knownBrowser, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rules);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var slow = SlowKey(nationalIdHash, network, knownBrowser);
        if (await SlowAsync(rules, slow, now) is null)
        {
            var row = await db.SignInAttempts.AsNoTracking().SingleOrDefaultAsync(attempt => attempt.Key == slow);
            await transaction.CommitAsync();
            return new(row?.OpensAt ?? now + rules.FirstWait, false, false);
        }

        var count = await InARowAsync(rules, RowKey(nationalIdHash, knownBrowser), now);
        await transaction.CommitAsync();
        return new(null, count is null, count == rules.MostInARow);
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

    // The new count, or null while nobody may try. The wait that a wrong try brings is set with the count itself.
    private async Task<int?> SlowAsync(SignInAttempts rules, byte[] key, DateTimeOffset now)
    {
        var (at, stale) = (now.ToUnixTimeMilliseconds(), (now - rules.ForgottenAfter).ToUnixTimeMilliseconds());
        var (free, first, longest) = (rules.Free, (long)rules.FirstWait.TotalMilliseconds, (long)rules.LongestWait.TotalMilliseconds);
        var firstOpens = rules.WaitAfter(1) is { Ticks: > 0 } wait ? (now + wait).ToUnixTimeMilliseconds() : at;
        return (await db.Database.SqlQuery<int?>(
            $"""
            INSERT INTO sign_in_attempts ("key", failures, last_failed_at, opens_at) VALUES ({key}, 1, {at}, {firstOpens})
            ON CONFLICT ("key") DO UPDATE SET
              failures = CASE WHEN sign_in_attempts.last_failed_at <= {stale} THEN 1 ELSE sign_in_attempts.failures + 1 END,
              last_failed_at = {at},
              opens_at = CASE
                WHEN sign_in_attempts.last_failed_at <= {stale} THEN {firstOpens}
                WHEN sign_in_attempts.failures + 1 < {free} THEN {at}
                WHEN sign_in_attempts.failures + 1 - {free} >= 20 THEN {at} + {longest}
                WHEN {first} * (1 << (sign_in_attempts.failures + 1 - {free})) > {longest} THEN {at} + {longest}
                ELSE {at} + {first} * (1 << (sign_in_attempts.failures + 1 - {free})) END
            WHERE sign_in_attempts.opens_at <= {at}
            RETURNING failures AS "Value"
            """).ToListAsync()).SingleOrDefault();
    }

    // The new count of wrong tries in a row, or null when there have been too many.
    private async Task<int?> InARowAsync(SignInAttempts rules, byte[] key, DateTimeOffset now)
    {
        var (at, most) = (now.ToUnixTimeMilliseconds(), rules.MostInARow);
        return (await db.Database.SqlQuery<int?>(
            $"""
            INSERT INTO sign_in_attempts ("key", failures, last_failed_at, opens_at) VALUES ({key}, 1, {at}, {at})
            ON CONFLICT ("key") DO UPDATE SET failures = sign_in_attempts.failures + 1, last_failed_at = {at}
            WHERE sign_in_attempts.failures < {most}
            RETURNING failures AS "Value"
            """).ToListAsync()).SingleOrDefault();
    }
}
