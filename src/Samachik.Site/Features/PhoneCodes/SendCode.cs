using System.Security.Cryptography;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>What became of a wish for a code.</summary>
public enum SendVerdict
{
    /// <summary>It is saved and on its way.</summary>
    Sent,

    /// <summary>A limit stands in the way; the journey tells which, and until when.</summary>
    Refused,

    /// <summary>Another request changed the journey first; nothing of this one was saved.</summary>
    ChangedMeanwhile,
}

/// <summary>Saves what the journey holds together with a new code and its SMS, in one transaction with the counters.</summary>
public sealed class SendCode(
    MembersDb db, Counters counters, LookupHash lookup, MessageQueue queue, SiteSettings settings, ILogger<SendCode> log)
{
    /// <summary>Sends a code to a phone, as far as the limits allow.</summary>
    public async Task<SendVerdict> SendAsync(
        SignUpJourneyRow journey, CodePurpose purpose, ThaiMobileNumber phone, SendSubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(phone);
        var rules = settings.PhoneCodes;
        (journey.RefusedBy, journey.RefusedUntil) = (null, null);
        var refusal = rules.Sends.RefuseByJourney(journey.Sends, journey.LastSentAt, now);
        if (refusal is null)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            refusal = await counters.TakeSendAsync(rules.Sends, subject, now);
            if (refusal is null)
            {
                if (journey.WrongTries >= rules.WrongTriesPerJourney) await counters.RenewTriesAsync(journey.Id);
                AddCode(journey, purpose, phone, subject.PhoneHash, now);
                if (await db.SaveActAsync() != SaveVerdict.Saved) return SendVerdict.ChangedMeanwhile;
                await transaction.CommitAsync();
                queue.Wake();
                return SendVerdict.Sent;
            }

            await transaction.RollbackAsync();
        }

        log.LogInformation("A code was not sent: {Axis}", refusal.Axis);
        (journey.RefusedBy, journey.RefusedUntil) = (refusal.Axis, refusal.Until);
        return await db.SaveActAsync() == SaveVerdict.Saved ? SendVerdict.Refused : SendVerdict.ChangedMeanwhile;
    }

    private void AddCode(SignUpJourneyRow journey, CodePurpose purpose, ThaiMobileNumber phone, byte[] phoneHash, DateTimeOffset now)
    {
        var rules = settings.PhoneCodes;
        var code = PhoneCode.Draw(rules.Digits, RandomNumberGenerator.GetInt32);
        var reference = CodeReference.Draw(RandomNumberGenerator.GetInt32);
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var challenge = new CodeChallengeRow
        {
            Id = id,
            JourneyId = journey.Id,
            Purpose = purpose,
            PhoneHash = phoneHash,
            CodeHash = lookup.Of(code, purpose, id),
            Reference = reference,
            SentAt = now,
            ExpiresAt = now + rules.Life,
        };
        db.CodeChallenges.Add(challenge);
        (journey.Sends, journey.LastSentAt) = (journey.Sends + 1, now);
        var text = CodeMessage.Write(
            settings.Office.Name(journey.Language), code.Digits, reference, rules.Life, journey.Language,
            rules.WebOtpLine ? settings.Office.PublicUrl.Host : null);
        queue.Add(db, MessageKind.Code, phone, text, challenge.Id, reference, now, challenge.ExpiresAt);
    }
}
