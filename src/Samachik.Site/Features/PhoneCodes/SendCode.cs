using System.Security.Cryptography;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Mail;
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
    MembersDb db, Counters counters, LookupHash lookup, MessageQueue queue, MailQueue mails, CodeMails codeMails,
    SiteSettings settings, IHttpContextAccessor accessor, ILogger<SendCode> log)
{
    /// <summary>Sends a code, as far as the limits allow.</summary>
    public async Task<SendVerdict> SendAsync(
        CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(subject);
        var rules = settings.PhoneCodes;
        (journey.RefusedBy, journey.RefusedUntil) = (null, null);
        var refusal = rules.Sends.RefuseByJourney(journey.Sends, journey.LastSentAt, now);
        if (refusal is null)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            refusal = await counters.TakeSendAsync(rules.Sends, subject, now);
            if (refusal is null)
            {
                if (journey.WrongTries >= rules.WrongTriesPerJourney) await counters.RenewTriesAsync(journey);
                if (subject.Standing == AskerStanding.Recovering && !await counters.TakeQuietlyAsync(rules.Sends, subject, now))
                    to = new CodeAddress.Nobody();
                AddCode(journey, purpose, to, subject.AddressHash, now);
                if (await db.SaveActAsync() != SaveVerdict.Saved) return SendVerdict.ChangedMeanwhile;
                await transaction.CommitAsync();
                WakeAfterwards(to);
                return SendVerdict.Sent;
            }

            await transaction.RollbackAsync();
        }

        log.LogInformation("A code was not sent: {Axis}", refusal.Axis);
        (journey.RefusedBy, journey.RefusedUntil) = (refusal.Axis, refusal.Until);
        return await db.SaveActAsync() == SaveVerdict.Saved ? SendVerdict.Refused : SendVerdict.ChangedMeanwhile;
    }

    // Once the person has the answer: the sending takes nothing from it, and its time tells nothing of whom it goes to.
    private void WakeAfterwards(CodeAddress to) => accessor.HttpContext?.Response.OnCompleted(() =>
    {
        if (to is CodeAddress.Mail) mails.Wake();
        else queue.Wake();
        return Task.CompletedTask;
    });

    private void AddCode(CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, byte[] addressHash, DateTimeOffset now)
    {
        var rules = settings.PhoneCodes;
        var code = PhoneCode.Draw(rules.Digits, RandomNumberGenerator.GetInt32);
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var challenge = new CodeChallengeRow
        {
            Id = id,
            SignUpJourneyId = journey is SignUpJourneyRow ? journey.Id : null,
            MemberJourneyId = journey is MemberJourneyRow ? journey.Id : null,
            Purpose = purpose,
            AddressHash = addressHash,
            CodeHash = lookup.Of(code, purpose, id),
            Reference = CodeReference.Draw(RandomNumberGenerator.GetInt32),
            SentAt = now,
            ExpiresAt = now + rules.Life,
        };
        db.CodeChallenges.Add(challenge);
        (journey.Sends, journey.LastSentAt) = (journey.Sends + 1, now);
        switch (to)
        {
            case CodeAddress.Phone phone:
                queue.Add(db, MessageKind.Code, phone.Number, TextOf(journey, code, challenge), id, challenge.Reference, now, challenge.ExpiresAt);
                break;
            case CodeAddress.Mail mail:
                mails.Add(db, MessageKind.Code, mail.Address, codeMails.Write(journey.Language, code, challenge.Reference), now, challenge.ExpiresAt);
                break;
            default:
                queue.AddForNobody(db, TextOf(journey, code, challenge), id, challenge.Reference, now, challenge.ExpiresAt);
                break;
        }
    }

    private string TextOf(CodeJourneyRow journey, PhoneCode code, CodeChallengeRow challenge) => CodeMessage.Write(
        settings.Office.Name(journey.Language), code.Digits, challenge.Reference, settings.PhoneCodes.Life, journey.Language,
        settings.PhoneCodes.WebOtpLine ? settings.Office.PublicUrl.Host : null);
}
