using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Rules.Passwords;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>What became of an invitation.</summary>
public enum JoinVerdict
{
    /// <summary>Password and app are set; the session has begun.</summary>
    Joined,

    /// <summary>The link does not work: used, too old, or never there.</summary>
    Dead,

    /// <summary>The code is not the app's of this moment.</summary>
    WrongCode,

    /// <summary>Too many passwords wait to be hashed.</summary>
    Busy,
}

/// <summary>Uses an invitation: sets the password, and the authenticator app by a code of it.</summary>
public sealed class JoinStaff(
    MembersDb db, FieldCipher cipher, LookupHash lookup, AuditTrail trail, PasswordHasher passwords, StaffSessions sessions, SiteSettings settings,
    TimeProvider time)
{
    /// <summary>What the page of a word shows; null when the link does not work.</summary>
    public async Task<InvitationView?> ViewAsync(string? word)
    {
        if (await FindAsync(word) is not { } officer || !OfficerNumber.TryParse(officer.Number, out var number)) return null;
        var secret = AuthenticatorApp.SecretOf(officer, cipher);
        return new(
            cipher.Open(officer.NameCipher, CurrentOfficer.NameColumn, officer.Id), number, secret,
            AuthenticatorApp.Picture(secret, number, settings.Office.Name(Languages.Current)));
    }

    /// <summary>Joins. The link is used up with it, and a session begins.</summary>
    public async Task<JoinVerdict> JoinAsync(HttpContext context, string? word, string password, string? code)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await FindAsync(word) is not { } officer) return JoinVerdict.Dead;
        var now = time.GetUtcNow();
        if (AuthenticatorApp.StepOf(AuthenticatorApp.SecretOf(officer, cipher), code, officer.LastStep, now) is not { } step) return JoinVerdict.WrongCode;
        if (await passwords.TryHashAsync(PasswordRule.Normalise(password)) is not { } hash) return JoinVerdict.Busy;
        (officer.PasswordHash, officer.LastStep, officer.JoinedAt, officer.InvitationHash) = (hash, step, now, null);
        trail.Add(
            db, AuditAct.OfficerJoined, null, lookup.Of(context.Connection.RemoteIpAddress), now, AuditActor.Officer, detail: officer.Number,
            officer: officer.Id);
        return await sessions.BeginAsync(context, officer, now) ? JoinVerdict.Joined : JoinVerdict.Dead;
    }

    private async Task<OfficerRow?> FindAsync(string? word)
    {
        if (LinkWord.Read(word) is not { } read) return null;
        var (hash, now) = (lookup.OfInvitation(read), time.GetUtcNow());
        return await db.Officers.SingleOrDefaultAsync(row => row.InvitationHash == hash && row.InvitedUntil > now && row.EndedAt == null);
    }
}
