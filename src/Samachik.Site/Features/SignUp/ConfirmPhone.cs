using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Register;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>What became of a typed code in a sign-up.</summary>
public enum ConfirmVerdict
{
    /// <summary>The journey has ended: in an account, or at one that was there already.</summary>
    Ended,

    /// <summary>The code was right, but the details do not fit the office's register: they have to be given again.</summary>
    NotInRegister,

    /// <summary>The code is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>Another request changed the journey first.</summary>
    ChangedMeanwhile,
}

/// <summary>The verdict on a code, with what was wrong with it.</summary>
public sealed record ConfirmOutcome(ConfirmVerdict Verdict, CodeCheck Check);

/// <summary>
/// Step 3: the right code makes the account and begins a session, in one save; or finds the ID registered, or the
/// details not those of the office's register.
/// </summary>
public sealed class ConfirmPhone(
    CurrentSignUp current, CheckCode checkCode, MatchRegister register, Counters counters, SendTallies tallies, PersonalData personalData,
    MemberSessions sessions, ReservedIds reserved, AuditTrail trail, RegisteredNotice notice, MembersDb db, TimeProvider time)
{
    /// <summary>Checks a code and does what a right one calls for.</summary>
    public async Task<ConfirmOutcome> ConfirmAsync(PhoneCode code)
    {
        var journey = await current.RequireAsync();
        var now = time.GetUtcNow();
        var phone = journey.PhoneHash ?? throw new InvalidOperationException("A journey without a phone has no codes.");
        var check = await checkCode.CheckAsync(journey, CodePurpose.SignUp, code, new(phone, AskerStanding.Unproven), now);
        return new(
            check.Verdict switch
            {
                CodeVerdict.Right => await FinishAsync(journey, check.Matched?.Id ?? Guid.Empty, now),
                CodeVerdict.Wrong or CodeVerdict.Expired or CodeVerdict.TooManyTriesToday => ConfirmVerdict.NotRight,
                // A second press of the button finds its tries or its code used up by the first.
                CodeVerdict.TooManyTries => await HasEndedAsync() ? ConfirmVerdict.Ended : ConfirmVerdict.NotRight,
            },
            check);
    }

    private async Task<ConfirmVerdict> FinishAsync(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        var isRegistered = await db.Members.AnyAsync(member => member.NationalIdHash == journey.NationalIdHash);
        var kept = isRegistered ? null : await reserved.FindAsync(journey.NationalIdHash, now);
        var verdict = isRegistered || kept?.IsOf(journey.PhoneHash) == false
            ? SaveVerdict.NationalIdTaken : await SaveMemberAsync(journey, kept, spent, now);
        if (verdict == SaveVerdict.NationalIdTaken)
        {
            // The account may be this very journey's, made by the first of two presses of the button.
            if (await current.ReloadAsync() is not { } again) return ConfirmVerdict.ChangedMeanwhile;
            if (HasEnded(again)) return ConfirmVerdict.Ended;
            verdict = await SaveRegisteredAsync(again, spent, now);
        }

        if (verdict == SaveVerdict.Saved && journey.RegisterMissedAt is not null) return ConfirmVerdict.NotInRegister;
        return verdict == SaveVerdict.Saved || await HasEndedAsync() ? ConfirmVerdict.Ended : ConfirmVerdict.ChangedMeanwhile;
    }

    private async Task<SaveVerdict> SaveMemberAsync(SignUpJourneyRow journey, ReservedIdRow? kept, Guid spent, DateTimeOffset now)
    {
        await using var transaction = await db.BeginWholeAsync();
        var answer = await register.AskAsync(journey, now);
        var proven = Spend(journey, spent, now);
        if (answer == RegisterAnswer.Refuses) HoldUp(journey, now);
        else AddMember(journey, kept, answer, now);
        return await SaveAsync(proven, transaction);
    }

    // All that was typed stays; codes that are still out were sent for details that no longer hold.
    private void HoldUp(SignUpJourneyRow journey, DateTimeOffset now)
    {
        (journey.DetailsGivenAt, journey.RegisterMissedAt, journey.LastSentAt) = (null, now, null);
        foreach (var challenge in journey.Challenges.Where(row => row.UsedAt is null)) challenge.WithdrawnAt ??= now;
        trail.Add(db, AuditAct.RegisterNotMatched, null, current.Network, now, AuditActor.Stranger);
    }

    private void AddMember(SignUpJourneyRow journey, ReservedIdRow? kept, RegisterAnswer? answer, DateTimeOffset now)
    {
        if (kept is not null) db.ReservedIds.Remove(kept);
        var level = answer == RegisterAnswer.Raises ? AssuranceLevel.Matched : AssuranceLevel.SelfAsserted;
        var member = personalData.MakeMember(journey, level, now);
        db.Members.Add(member);
        db.Acceptances.AddRange(
            Accepted(journey, member.Id, AgreementDocument.Privacy, journey.PrivacyVersion, journey.PrivacyDigest),
            Accepted(journey, member.Id, AgreementDocument.Conduct, journey.ConductVersion, journey.ConductDigest));
        trail.Add(db, AuditAct.SignedUp, member.Id, current.Network, now);
        if (answer is not null)
            trail.Add(db, level == AssuranceLevel.Matched ? AuditAct.RegisterMatched : AuditAct.RegisterNotMatched, member.Id, current.Network, now);
        journey.MemberId = member.Id;
        journey.SessionId = sessions.Begin(db, member.Id, now).Id;
    }

    private async Task<SaveVerdict> SaveRegisteredAsync(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.NationalIdHash == journey.NationalIdHash);
        if (member is null && await reserved.FindAsync(journey.NationalIdHash, now) is null) return SaveVerdict.ChangedMeanwhile;
        var proven = Spend(journey, spent, now);
        PersonalData.Wipe(journey);
        journey.FoundRegisteredAt = now;
        trail.Add(db, AuditAct.SignUpFoundRegistered, member?.Id, current.Network, now, AuditActor.Stranger);
        if (member is not null) await notice.AddAsync(member, now);
        await using var transaction = await db.BeginWholeAsync();
        var verdict = await SaveAsync(proven, transaction);
        if (verdict == SaveVerdict.Saved) notice.Wake();
        return verdict;
    }

    private Proven Spend(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        if (journey.PhoneHash is not { } hash || personalData.Read(journey)?.Phone is not { } phone)
            throw new InvalidOperationException("A journey without a phone has no codes.");
        var challenge = journey.Challenges.SingleOrDefault(row => row.Id == spent);
        challenge?.UsedAt = now;
        journey.PhoneProvenAt = now;
        CurrentSignUp.Touch(journey, now);
        return new(hash, phone, challenge);
    }

    // The try was right after all: it is taken off the phone's wrong tries in the same transaction.
    private async Task<SaveVerdict> SaveAsync(Proven proven, IDbContextTransaction transaction)
    {
        var verdict = await db.SaveActAsync();
        if (verdict != SaveVerdict.Saved) return verdict;
        await counters.ForgiveTryAsync(proven.PhoneHash, AskerStanding.Unproven);
        if (proven.Spent is { } spent) await tallies.CountRightAsync(spent, proven.Phone);
        await transaction.CommitAsync();
        return verdict;
    }

    private async Task<bool> HasEndedAsync() => await current.ReloadAsync() is { } journey && HasEnded(journey);

    private static bool HasEnded(SignUpJourneyRow journey) => journey.Facts is { BecameMember: true } or { FoundRegistered: true };

    private sealed class Proven(byte[] phoneHash, ThaiMobileNumber phone, CodeChallengeRow? spent)
    {
        public byte[] PhoneHash => phoneHash;

        public ThaiMobileNumber Phone => phone;

        public CodeChallengeRow? Spent => spent;
    }

    private static AcceptanceRow Accepted(
        SignUpJourneyRow journey, Guid member, AgreementDocument document, string? version, string? digest) => new()
        {
            Id = Guid.CreateVersion7(journey.AgreedAt ?? journey.StartedAt),
            MemberId = member,
            Document = document,
            Version = version ?? "",
            Digest = digest ?? "",
            Language = journey.AgreementLanguage,
            At = journey.AgreedAt ?? journey.StartedAt,
            Network = journey.Network,
        };
}
