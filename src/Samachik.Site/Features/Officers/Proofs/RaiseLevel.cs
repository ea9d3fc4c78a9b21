using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Proofs;

/// <summary>
/// Raises a member to level 3, whose card an officer has in hand. The person tells the phone on file, which no page shows
/// whole: else who signed up with somebody else's number would be proven by the owner's own card.
/// </summary>
public sealed class RaiseLevel(
    MembersDb db, FieldCipher cipher, LookupHash lookup, CaseFile file, TellMember tell, CurrentOfficer current, SiteSettings settings, TimeProvider time)
{
    internal const string Card = "level_proofs.card", Reason = "level_proofs.reason";

    /// <summary>Raises it, and draws whether a second officer looks it over.</summary>
    public async Task<HelpVerdict> RaiseAsync(PersonInHand person, CardEvidence card, ThaiMobileNumber told, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(reason);
        var now = time.GetUtcNow();
        if (person.Member is not { FrozenAt: null, ClosingAt: null, Level: not AssuranceLevel.Proofed } member || member.Suspension?.Holds(now) == true)
            return HelpVerdict.NotNow;
        if (!CryptographicOperations.FixedTimeEquals(lookup.Of(told), member.PhoneHash)) return HelpVerdict.OtherPhone;
        var id = Guid.CreateVersion7(now);
        db.LevelProofs.Add(new LevelProofRow
        {
            Id = id,
            MemberId = member.Id,
            OfficerId = current.Id,
            At = now,
            CardCipher = cipher.Seal(card.Canonical, Card, id),
            ReasonCipher = cipher.Seal(reason.Text, Reason, id),
            LevelBefore = member.Level,
            IsSampled = RandomNumberGenerator.GetInt32(settings.Officers.CheckProofsOneIn) == 0,
        });
        member.Level = AssuranceLevel.Proofed;
        file.Add(AuditAct.LevelRaised, member.Id, person.NationalIdHash, reason, now, $"{card.Kind}");
        tell.Add(member, AuditAct.LevelRaised, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return HelpVerdict.ChangedMeanwhile;
        tell.Wake();
        return HelpVerdict.Done;
    }
}
