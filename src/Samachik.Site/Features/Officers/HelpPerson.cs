using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>What became of an officer's act for a person.</summary>
public enum HelpVerdict
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>A limit of the phone or the ID number stands in the way; it may be lifted first.</summary>
    Limited,

    /// <summary>It cannot be done with this person as they stand.</summary>
    NotNow,

    /// <summary>The person did something at the same time; look again.</summary>
    ChangedMeanwhile,

    /// <summary>It is proposed already, and waits for a second officer.</summary>
    Proposed,

    /// <summary>The phone that the person tells is not the account's: it may be somebody else's account.</summary>
    OtherPhone,

    /// <summary>Not done, and why stands at its field already.</summary>
    Told,
}

/// <summary>What an officer does for who is still on the way in: a fresh code, another phone, limits set back, a line in the file.</summary>
public sealed class HelpPerson(
    MembersDb db, CaseFile file, Counters counters, PersonalData journeys, SendCode sendCode, SiteSettings settings, TimeProvider time)
{
    /// <summary>Has a fresh code sent for an unfinished sign-up, by a gateway of the officer's choice (null: the usual one).</summary>
    public async Task<HelpVerdict> SendAsync(PersonInHand person, string? gateway, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.SignUp is not { } journey || journeys.Read(journey) is not { } given) return HelpVerdict.NotNow;
        var now = time.GetUtcNow();
        file.Add(AuditAct.CodeSentByOfficer, null, person.NationalIdHash, reason, now, gateway);
        return await SendAsync(journey, given.Phone, gateway, now);
    }

    /// <summary>Puts the right phone into an unfinished sign-up, and sends the code there. What was sent to the wrong one dies.</summary>
    public async Task<HelpVerdict> CorrectAsync(PersonInHand person, ThaiMobileNumber phone, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.SignUp is not { } journey) return HelpVerdict.NotNow;
        var now = time.GetUtcNow();
        journeys.SetPhone(journey, phone);
        foreach (var challenge in journey.Challenges) challenge.WithdrawnAt ??= now;
        file.Add(AuditAct.PhoneCorrected, null, person.NationalIdHash, reason, now);
        return await SendAsync(journey, phone, null, now);
    }

    /// <summary>Sets back what phone and ID number have used of their limits.</summary>
    public async Task<HelpVerdict> LiftAsync(PersonInHand person, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await counters.LiftAsync(settings.PhoneCodes.Sends, person.PhoneHash, person.NationalIdHash);
        if (person.SignUp is { } journey) (journey.RefusedBy, journey.RefusedUntil, journey.Sends) = (null, null, 0);
        file.Add(AuditAct.LimitsLifted, person.Member?.Id, person.NationalIdHash, reason, time.GetUtcNow());
        if (await db.SaveActAsync() != SaveVerdict.Saved) return HelpVerdict.ChangedMeanwhile;
        await transaction.CommitAsync();
        return HelpVerdict.Done;
    }

    /// <summary>Writes a line into the file.</summary>
    public async Task<HelpVerdict> WriteAsync(PersonInHand person, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        file.Add(AuditAct.NoteWritten, person.Member?.Id, person.NationalIdHash, reason, time.GetUtcNow());
        return await db.SaveActAsync() == SaveVerdict.Saved ? HelpVerdict.Done : HelpVerdict.ChangedMeanwhile;
    }

    private async Task<HelpVerdict> SendAsync(SignUpJourneyRow journey, ThaiMobileNumber phone, string? gateway, DateTimeOffset now)
    {
        journey.LastActAt = now;
        return await sendCode.SendForOfficerAsync(journey, CodePurpose.SignUp, new CodeAddress.Phone(phone), SendSubject.OfSignUp(journey), gateway, now) switch
        {
            SendVerdict.Sent => HelpVerdict.Done,
            SendVerdict.Refused => HelpVerdict.Limited,
            SendVerdict.ChangedMeanwhile or SendVerdict.PressedBefore => HelpVerdict.ChangedMeanwhile,
        };
    }
}
