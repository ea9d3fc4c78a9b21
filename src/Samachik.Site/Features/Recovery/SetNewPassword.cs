using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Passwords;
using Samachik.Rules.Recovery;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>What became of a new password that holds good.</summary>
public enum NewPasswordVerdict
{
    /// <summary>It is the account's password now.</summary>
    Set,

    /// <summary>Too many passwords wait to be hashed: nothing was saved.</summary>
    Busy,

    /// <summary>Another recovery was faster, or the account was changed: this one is over.</summary>
    StartAgain,
}

/// <summary>
/// The end of a recovery, in one save: the new password, and nobody in who was in before. It signs nobody in, so that who
/// used somebody else's phone still has the second step before them.
/// </summary>
public sealed class SetNewPassword(
    CurrentRecovery current, SendRecoveryCode codes, MemberData data, PasswordHasher passwords, MemberSessions sessions, KnownBrowsers browsers,
    SignInCounters signIns, AuditTrail trail, TellMember tell, SiteSettings settings, MembersDb db, TimeProvider time)
{
    private const int MostRounds = 5;

    /// <summary>What is known of the person whose password it will be.</summary>
    public async Task<PasswordOwner> OwnerAsync()
    {
        var details = data.Read(await current.RequireMemberAsync());
        return new(details.NationalId, details.Phone, details.BirthDate);
    }

    /// <summary>Sets it. An act on the account that came first is looked at and overruled; another recovery is not.</summary>
    public async Task<NewPasswordVerdict> SetAsync(string password)
    {
        if (await passwords.TryHashAsync(PasswordRule.Normalise(password)) is not { } hash) return NewPasswordVerdict.Busy;
        for (var round = 0; round < MostRounds; round++)
        {
            if (round > 0) await current.ReloadAsync();
            switch (await current.StepAsync())
            {
                case RecoveryStep.Done:
                    return NewPasswordVerdict.Set;
                case RecoveryStep.NewPassword:
                    if (await SaveAsync(await current.RequireAsync(), await current.RequireMemberAsync(), hash)) return NewPasswordVerdict.Set;
                    break;
                case null or RecoveryStep.Code or RecoveryStep.EmailCode or RecoveryStep.Waiting or RecoveryStep.Officer:
                    return NewPasswordVerdict.StartAgain;
            }
        }

        return NewPasswordVerdict.StartAgain;
    }

    private async Task<bool> SaveAsync(MemberJourneyRow journey, MemberRow member, string hash)
    {
        var now = time.GetUtcNow();
        (member.PasswordHash, member.PasswordChangedAt, member.RecoveredAt, member.FrozenAt) = (hash, now, now, null);
        member.PhoneProvenAt = journey.PhoneProvenAt ?? now;
        (journey.FinishedAt, journey.LastActAt) = (now, now);
        if (journey.AddressHash is not null) PutPhone(journey, member, now);
        await sessions.EndOthersAsync(db, member.Id, except: null, now);
        await browsers.ForgetAllAsync(member.Id, now);
        await DropWhatWaitsAsync(member, now);
        trail.Add(db, AuditAct.Recovered, member.Id, current.Network, now);
        tell.Add(member, AuditAct.Recovered, now);

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;

        // Wrong tries with the old password, in a row or on this network, do not keep the new one waiting.
        await signIns.ForgetAsync(settings.SignIn.Attempts, SendRecoveryCode.IdOf(journey), current.Network, knownBrowser: null);
        await transaction.CommitAsync();
        tell.Wake();
        return true;
    }

    // The phone that officers put down, and its owner proved; the one that is lost is told too.
    private void PutPhone(MemberJourneyRow journey, MemberRow member, DateTimeOffset now)
    {
        var before = new Before(Phone: data.PhoneOf(member));
        data.SetPhone(member, codes.PhoneOf(journey, member), member.PhoneProvenAt);
        (journey.AddressCipher, journey.AddressHash) = (null, null);
        trail.Add(db, AuditAct.PhoneChanged, member.Id, current.Network, now);
        tell.Add(member, AuditAct.PhoneChanged, now, before);
    }

    // A phone change under way may be of whoever was in before.
    private async Task DropWhatWaitsAsync(MemberRow member, DateTimeOffset now)
    {
        if (await current.WaitAsync(member.Id) is { } wait) db.RecoveryWaits.Remove(wait);
        if (await db.PendingPhoneChanges.SingleOrDefaultAsync(row => row.MemberId == member.Id) is not { } change) return;
        db.PendingPhoneChanges.Remove(change);
        trail.Add(db, AuditAct.PhoneChangeCancelled, member.Id, current.Network, now);
    }
}
