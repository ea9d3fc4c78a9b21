using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>
/// What of an account is looked at before its password was right: so little that an ID number without one takes as long.
/// Prints nothing of it.
/// </summary>
public sealed record SeenAccount(Guid Id, string PasswordHash, DateTimeOffset PasswordChangedAt, DateTimeOffset? ClosingAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SeenAccount);
}

/// <summary>What became of a typed password.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Wait">How long nothing typed is looked at, if so.</param>
/// <param name="Account">Whose password it is; null unless it was right.</param>
/// <param name="Browser">The browser's row, where the account knows it, as it was before the password was looked at.</param>
/// <param name="IsStale">Its hash is of older costs.</param>
public sealed record PasswordOutcome(
    SignInVerdict Verdict, TimeSpan? Wait = null, SeenAccount? Account = null, KnownBrowserRow? Browser = null, bool IsStale = false);

/// <summary>
/// Compares a typed password, after the try is counted. An ID number without an account, with a closed one and with a
/// wrong password take the same way: the same questions to the database, a hash, the same writes.
/// </summary>
public sealed class CheckPassword(
    KnownBrowsers browsers, SignInCounters counters, PasswordHasher passwords, MemberJourneys journeys, AuditTrail trail,
    TellMember tell, LookupHash lookup, MembersDb db, SiteSettings settings, TimeProvider time)
{
    private static readonly KeptQuery<byte[], SeenAccount?> ByNationalId = new((db, hash) => db.Members.Where(row => row.NationalIdHash == hash)
        .Select(row => new SeenAccount(row.Id, row.PasswordHash, row.PasswordChangedAt, row.ClosingAt)).SingleOrDefault());

    /// <summary>
    /// Counts the try, then compares; forgets the tries before when it was right. Without a place at the gate nothing is
    /// asked of the database, so a refusal costs little and tells of no account.
    /// </summary>
    public async Task<PasswordOutcome> CheckAsync(NationalId id, string password)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(password);
        using var place = passwords.TryEnter();
        if (place is null) return new(SignInVerdict.Busy);
        var (now, rules, hash, network) = (time.GetUtcNow(), settings.SignIn.Attempts, lookup.Of(id), journeys.Network);
        var account = await FindAsync(hash, now);
        var known = await browsers.FindAsync(account?.Id);
        var browser = known?.Id;
        var counted = await counters.CountAsync(rules, hash, network, browser, now);
        if (counted.OpensAt is { } opens) return new(SignInVerdict.Slowed, opens - now);
        if (counted.IsDisabled) return new(SignInVerdict.PasswordDisabled);
        if (await passwords.TryVerifyAsync(place, password, account?.PasswordHash) is not { } check)
        {
            await counters.TakeBackAsync(hash, network, browser);
            return new(SignInVerdict.Busy);
        }

        if (!check.IsRight || account is null)
            return new(await FailAsync(account?.Id, browser, network, counted.DisablesNow, now));
        await counters.ForgetAsync(rules, hash, network, browser);
        return new(SignInVerdict.PasswordRight, Account: account, Browser: known, IsStale: check.IsStale);
    }

    private async Task<SeenAccount?> FindAsync(byte[] hash, DateTimeOffset now)
    {
        var seen = await ByNationalId.AskAsync(db, hash);
        return settings.Closing.IsOver(seen?.ClosingAt, now) ? null : seen;
    }

    private async Task<SignInVerdict> FailAsync(Guid? account, Guid? browser, byte[] network, bool disables, DateTimeOffset now)
    {
        trail.Add(db, AuditAct.SignInFailed, account, network, now, AuditActor.Stranger, browser);
        if (disables)
        {
            trail.Add(db, AuditAct.PasswordDisabled, account, network, now, AuditActor.Site, browser);
            // Only who has an account is told. One try in a hundred takes longer for it; the others tell nothing.
            if (await db.Members.SingleOrDefaultAsync(row => row.Id == account) is { } member) tell.Add(member, AuditAct.PasswordDisabled, now);
        }

        await db.SaveActAsync();
        if (disables) tell.Wake();
        return disables ? SignInVerdict.PasswordDisabled : SignInVerdict.Wrong;
    }
}
