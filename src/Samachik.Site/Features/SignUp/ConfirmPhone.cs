using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
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

    /// <summary>The code is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>Another request changed the journey first.</summary>
    ChangedMeanwhile,
}

/// <summary>The verdict on a code, with what was wrong with it.</summary>
public sealed record ConfirmOutcome(ConfirmVerdict Verdict, CodeCheck Check);

/// <summary>Step 3: the right code makes the account and begins a session, in one save; or finds the ID registered.</summary>
public sealed class ConfirmPhone(
    CurrentSignUp current, CheckCode checkCode, Counters counters, PersonalData personalData, MemberSessions sessions,
    AuditTrail trail, RegisteredNotice notice, MembersDb db, TimeProvider time)
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
        var taken = await db.Members.AnyAsync(member => member.NationalIdHash == journey.NationalIdHash);
        var verdict = taken ? SaveVerdict.NationalIdTaken : await SaveMemberAsync(journey, spent, now);
        if (verdict == SaveVerdict.NationalIdTaken)
        {
            // The account may be this very journey's, made by the first of two presses of the button.
            if (await current.ReloadAsync() is not { } again) return ConfirmVerdict.ChangedMeanwhile;
            if (HasEnded(again)) return ConfirmVerdict.Ended;
            verdict = await SaveRegisteredAsync(again, spent, now);
        }

        return verdict == SaveVerdict.Saved || await HasEndedAsync() ? ConfirmVerdict.Ended : ConfirmVerdict.ChangedMeanwhile;
    }

    private async Task<SaveVerdict> SaveMemberAsync(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        var phoneHash = Spend(journey, spent, now);
        var member = personalData.MakeMember(journey, now);
        db.Members.Add(member);
        db.Acceptances.AddRange(
            Accepted(journey, member.Id, AgreementDocument.Privacy, journey.PrivacyVersion, journey.PrivacyDigest),
            Accepted(journey, member.Id, AgreementDocument.Conduct, journey.ConductVersion, journey.ConductDigest));
        trail.Add(db, AuditAct.SignedUp, member.Id, current.Network, now);
        journey.MemberId = member.Id;
        journey.SessionId = sessions.Begin(db, member.Id, now).Id;
        return await SaveAsync(phoneHash);
    }

    private async Task<SaveVerdict> SaveRegisteredAsync(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.NationalIdHash == journey.NationalIdHash);
        if (member is null) return SaveVerdict.ChangedMeanwhile;
        var phoneHash = Spend(journey, spent, now);
        PersonalData.Wipe(journey);
        journey.FoundRegisteredAt = now;
        trail.Add(db, AuditAct.SignUpFoundRegistered, member.Id, current.Network, now, AuditActor.Stranger);
        await notice.AddAsync(member, now);
        var verdict = await SaveAsync(phoneHash);
        if (verdict == SaveVerdict.Saved) notice.Wake();
        return verdict;
    }

    private static byte[] Spend(SignUpJourneyRow journey, Guid spent, DateTimeOffset now)
    {
        var phoneHash = journey.PhoneHash ?? throw new InvalidOperationException("A journey without a phone has no codes.");
        if (journey.Challenges.SingleOrDefault(row => row.Id == spent) is { } challenge) challenge.UsedAt = now;
        journey.PhoneProvenAt = now;
        CurrentSignUp.Touch(journey, now);
        return phoneHash;
    }

    // The try was right after all: it is taken off the phone's wrong tries in the same transaction.
    private async Task<SaveVerdict> SaveAsync(byte[] phoneHash)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var verdict = await db.SaveActAsync();
        if (verdict != SaveVerdict.Saved) return verdict;
        await counters.ForgiveTryAsync(phoneHash, AskerStanding.Unproven);
        await transaction.CommitAsync();
        return verdict;
    }

    private async Task<bool> HasEndedAsync() => await current.ReloadAsync() is { } journey && HasEnded(journey);

    private static bool HasEnded(SignUpJourneyRow journey) => journey.Facts is { BecameMember: true } or { FoundRegistered: true };

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
