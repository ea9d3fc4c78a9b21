using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>An invitation: the number to sign in with, and the link that works once. Prints neither.</summary>
public sealed record Invitation(OfficerNumber Number, Uri Link, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(Invitation);
}

/// <summary>Invites somebody to the staff. The link is told once and kept nowhere.</summary>
public sealed class InviteOfficer(MembersDb db, FieldCipher cipher, LookupHash lookup, AuditTrail trail, SiteSettings settings, TimeProvider time)
{
    private const int WordLength = 24;
    private const int Attempts = 20;

    /// <summary>Invites by name and role; <paramref name="by"/> is who of the staff invites, null for an operator at the command line.</summary>
    public async Task<Invitation> InviteAsync(string name, OfficerRole role, StaffActor? by)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            var now = time.GetUtcNow();
            var (id, number, word) = (
                Guid.CreateVersion7(now), OfficerNumber.Draw(RandomNumberGenerator.GetInt32), LinkWord.Draw(WordLength));
            db.Officers.Add(new OfficerRow
            {
                Id = id,
                Number = number.Digits,
                NameCipher = cipher.Seal(name, CurrentOfficer.NameColumn, id),
                Role = role,
                InvitedAt = now,
                InvitationHash = lookup.OfInvitation(word),
                InvitedUntil = now + settings.Officers.InvitationLife,
                AuthenticatorCipher = AuthenticatorApp.NewSecret(id, cipher),
            });
            trail.Add(
                db, AuditAct.OfficerInvited, null, by?.Network ?? [], now, by is null ? AuditActor.Site : AuditActor.Officer, by?.Session,
                $"{number.Digits} {role}", by?.Officer);
            if (await db.SaveActAsync() == SaveVerdict.Saved)
                return new(number, new Uri(settings.Office.PublicUrl, $"/officers/invitation/{word}"), now + settings.Officers.InvitationLife);
        }

        throw new InvalidOperationException("No free number was drawn.");
    }
}
