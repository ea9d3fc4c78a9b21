using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Approvals;
using Samachik.Site.Features.Officers.DataRequests;
using Samachik.Site.Features.Officers.Proofs;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Reads what an officer sees of a person, each part by one question to the database.</summary>
public sealed class ReadPerson(
    MembersDb db, MemberData members, PersonalData journeys, HelpData help, ReadDelivery delivery, Counters counters, SignInCounters attempts,
    MemberSessions sessions, LookAtPerson look, CaseFile file, ReadDataRequests requests, ReadProposals proposals, CheckProof proofs,
    CurrentOfficer current, SiteSettings settings, TimeProvider time)
{
    private const int MostActs = 50;
    private const int MostSms = 30;

    /// <summary>An account or an unfinished sign-up; null when there is none such.</summary>
    public async Task<PersonView?> FindAsync(Guid id) => await MemberAsync(id) ?? await SignUpAsync(id);

    private async Task<PersonView?> MemberAsync(Guid id)
    {
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } member) return null;
        var (now, clear, details) = (time.GetUtcNow(), await look.UnmaskedAsync(id), members.Read(member));
        return new PersonView
        {
            Id = id,
            Member = member,
            Fields = ShownFields.Of(details, clear),
            IsPasswordDisabled = member.NationalIdHash is { } hash && await attempts.IsDisabledAsync(settings.SignIn.Attempts, hash),
            Sessions = await sessions.Living(db, id, now).AsNoTracking().OrderByDescending(row => row.LastSeenAt).ToListAsync(),
            Limits = await counters.UsedAsync(settings.PhoneCodes.Sends, member.PhoneHash, member.NationalIdHash ?? [], now),
            Sms = await SmsAsync(member.PhoneHash),
            Acts = await ActsAsync(id),
            Proposals = current.May(Permission.ApproveRecovery) ? await proposals.OfAsync(id) : [],
            Opened = await db.RecoveryWaits.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == id && row.EndsAt > now),
            Evidence = await proofs.EvidenceAsync(id),
            IsProofWaiting = current.May(Permission.CheckProofs) && await proofs.WaitsAsync(id),
            File = member.NationalIdHash is { } known ? await file.ReadAsync(known) : [],
            Help = await HelpAsync(member.NationalIdHash),
            DataRequests = member.NationalIdHash is { } theirs ? await requests.OfAsync(theirs) : [],
        };
    }

    // Null also when the details have gone.
    private async Task<PersonView?> SignUpAsync(Guid id)
    {
        var journey = await db.SignUpJourneys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.MemberId == null);
        if (journey is null || journeys.Read(journey) is not { } given || journey is not { PhoneHash: { } phone, NationalIdHash: { } hash }) return null;
        return new PersonView
        {
            Id = id,
            SignUp = journey,
            Fields = ShownFields.Of(given, await look.UnmaskedAsync(id)),
            Limits = await counters.UsedAsync(settings.PhoneCodes.Sends, phone, hash, time.GetUtcNow()),
            Sms = await SmsAsync(phone),
            Acts = [],
            File = await file.ReadAsync(hash),
            Help = await HelpAsync(hash),
            DataRequests = await requests.OfAsync(hash),
        };
    }

    private async Task<IReadOnlyList<ShownSms>> SmsAsync(byte[] phone)
    {
        var rows = await db.OutgoingMessages.AsNoTracking().Where(row => row.PhoneHash == phone)
            .OrderByDescending(row => row.Id).Take(MostSms).ToListAsync();
        return [.. rows.Select(row => new ShownSms(row.CreatedAt, row.Kind, row.Reference, row.Gateway, row.AcceptedAt, delivery.Of(row)))];
    }

    private async Task<IReadOnlyList<ShownAct>> ActsAsync(Guid member) =>
        await db.AuditEntries.AsNoTracking().Where(row => row.MemberId == member).OrderByDescending(row => row.Id).Take(MostActs)
            .Select(row => new ShownAct(row.At, row.Act, row.Actor, row.Detail)).ToListAsync();

    private async Task<IReadOnlyList<ShownHelp>> HelpAsync(byte[]? nationalIdHash)
    {
        if (nationalIdHash is null) return [];
        var rows = await db.HelpRequests.AsNoTracking().Where(row => row.NationalIdHash == nationalIdHash).OrderByDescending(row => row.AskedAt).ToListAsync();
        return [.. rows.Select(row => new ShownHelp(row.AskedAt, row.CaseNumber, help.NoteOf(row)))];
    }
}
