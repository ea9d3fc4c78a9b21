using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of a new password that holds good.</summary>
public enum ChangePasswordVerdict
{
    /// <summary>It is the password now.</summary>
    Changed,

    /// <summary>It is the password of before.</summary>
    SameAsBefore,

    /// <summary>The password was changed often enough today.</summary>
    TooManyToday,

    /// <summary>Too many passwords wait to be hashed: nothing was saved.</summary>
    Busy,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>Sets another password: all other sessions end and this one gets a new id, in one save.</summary>
public sealed class ChangePassword(
    CurrentMember current, PasswordHasher passwords, Counters counters, SignInCounters signInCounters, MemberSessions sessions,
    AuditTrail trail, TellMember tell, MembersDb db, TimeProvider time)
{
    // Each change tells every address on file, by SMS too.
    private const int MostPerDay = 10;

    /// <summary>Sets a password in its normal form.</summary>
    public async Task<ChangePasswordVerdict> ChangeAsync(HttpContext context, string password)
    {
        var member = await current.RequireAsync();
        if (await passwords.TryVerifyAsync(password, member.PasswordHash) is not { } same) return ChangePasswordVerdict.Busy;
        if (same.IsRight) return ChangePasswordVerdict.SameAsBefore;
        if (await passwords.TryHashAsync(password) is not { } hash) return ChangePasswordVerdict.Busy;
        var now = time.GetUtcNow();
        if (!await counters.TryTakeAsync("password-change", member.Id.ToByteArray(), MostPerDay, TimeSpan.FromDays(1), now))
            return ChangePasswordVerdict.TooManyToday;
        return await SaveAsync(context, member, hash, now) ? ChangePasswordVerdict.Changed : await SecondPressAsync(context, password);
    }

    private async Task<bool> SaveAsync(HttpContext context, MemberRow member, string hash, DateTimeOffset now)
    {
        if (await current.RequireSessionAsync() is not { EndedAt: null } old) return false;
        (member.PasswordHash, member.PasswordChangedAt) = (hash, now);
        await sessions.EndOthersAsync(db, member.Id, old.Id, now);
        var session = sessions.Replace(db, old, now);
        trail.Add(db, AuditAct.PasswordChanged, member.Id, current.Network, now, session: session.Id);
        tell.Add(member, AuditAct.PasswordChanged, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        if (member.NationalIdHash is { } idHash) await signInCounters.ReopenAsync(idHash);
        tell.Wake();
        await sessions.GiveCookieAsync(context, session.Id);
        return true;
    }

    // Who knows the password that was set a moment ago is the one who set it, and pressed the button twice.
    private async Task<ChangePasswordVerdict> SecondPressAsync(HttpContext context, string password)
    {
        var member = await current.ReloadAsync();
        if (await passwords.TryVerifyAsync(password, member.PasswordHash) is not { IsRight: true }
            || await sessions.FindReplacementAsync(db, current.SessionId) is not { } first) return ChangePasswordVerdict.ChangedMeanwhile;
        await sessions.GiveCookieAsync(context, first.Id);
        return ChangePasswordVerdict.Changed;
    }
}
