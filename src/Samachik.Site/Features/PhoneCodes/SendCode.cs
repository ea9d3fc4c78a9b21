using System.Security.Cryptography;
using Samachik.Rules.Figures;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Mail;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

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

    /// <summary>The form was used before, or is not one that the site showed; nothing was sent or saved.</summary>
    PressedBefore,
}

/// <summary>
/// Saves what the journey holds together with a new code and its SMS, in one transaction with the counters and the
/// form's stamp. A journey after <see cref="SendVerdict.PressedBefore"/> has to be loaded anew.
/// </summary>
public sealed class SendCode(
    MembersDb db, Counters counters, GuardSending guard, SendTallies tallies, StoppedNumbers stopped, FormStamps stamps, LookupHash lookup,
    MessageQueue queue, MailQueue mails, CodeMails codeMails, ReadDelivery delivery, SmsMetrics metrics, FigureTallies figures,
    SiteSettings settings, IHttpContextAccessor accessor, ILogger<SendCode> log)
{
    /// <summary>Sends a code, as far as the limits allow.</summary>
    public async Task<SendVerdict> SendAsync(
        CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(subject);
        var waitsUntil = journey.RefusedBy == SendAxis.Work ? journey.RefusedUntil : null;
        (journey.RefusedBy, journey.RefusedUntil) = (null, null);
        var refusal = settings.PhoneCodes.Sends.RefuseByJourney(journey.Sends, journey.LastSentAt, now)
            ?? await guard.RefuseAsync(journey, to, subject, waitsUntil, now);
        if (refusal is null)
        {
            await using var transaction = await db.BeginWholeAsync();
            if (!await stamps.TakeAsync(journey.Id, now)) return PressedBefore();
            (var verdict, refusal) = await TrySendAsync(journey, purpose, to, subject, now);
            if (verdict == SendVerdict.Sent)
            {
                await transaction.CommitAsync();
                metrics.CodeSent(purpose, subject.Standing);
            }
            else
            {
                await transaction.RollbackAsync();
            }

            if (refusal is null) return verdict;
        }

        return await RefuseAsync(journey, refusal, now);
    }

    /// <summary>
    /// Sends a code that an officer asked for on the person's behalf, by the gateway they chose. The limits of phone and
    /// ID number hold; the pace and the guard, which are against forms sent by machines, do not.
    /// </summary>
    public async Task<SendVerdict> SendForOfficerAsync(
        CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject, string? gateway, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(subject);
        (journey.RefusedBy, journey.RefusedUntil) = (null, null);
        await using var transaction = await db.BeginWholeAsync();
        var (verdict, _) = await TrySendAsync(journey, purpose, to, subject, now, gateway);
        if (verdict != SendVerdict.Sent) return verdict;
        await transaction.CommitAsync();
        metrics.CodeSent(purpose, subject.Standing);
        return verdict;
    }

    // All in the caller's transaction: what was counted is taken back when it comes to nothing.
    private async Task<(SendVerdict Verdict, SendRefusal? Refusal)> TrySendAsync(
        CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject, DateTimeOffset now, string? prefer = null)
    {
        var rules = settings.PhoneCodes;
        if (await counters.TakeSendAsync(rules.Sends, subject, now) is { } refusal) return (SendVerdict.Refused, refusal);
        var avoid = await delivery.GatewayToAvoidAsync(journey);
        if (journey.WrongTries >= rules.WrongTriesPerJourney) await counters.RenewTriesAsync(journey);
        if (subject.Standing == AskerStanding.Recovering
            && (!await counters.TakeQuietlyAsync(rules.Sends, subject, now) || await stopped.UntilAsync(subject.AddressHash, now) is not null))
            to = new CodeAddress.Nobody();
        var tallied = subject.Standing == AskerStanding.Unproven && to is CodeAddress.Phone phone ? phone.Number : null;
        AddCode(journey, purpose, to, subject, tallied is null ? null : SendTallies.PrefixOf(tallied), now, avoid, prefer);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return (SendVerdict.ChangedMeanwhile, null);
        if (tallied is not null) await tallies.CountSentAsync(subject.Network, tallied, now);
        WakeAfterwards(to);
        return (SendVerdict.Sent, null);
    }

    private async Task<SendVerdict> RefuseAsync(CodeJourneyRow journey, SendRefusal refusal, DateTimeOffset now)
    {
        await using var transaction = await db.BeginWholeAsync();
        if (!await stamps.TakeAsync(journey.Id, now)) return PressedBefore();
        log.LogInformation("A code was not sent: {Axis}", refusal.Axis);
        (journey.RefusedBy, journey.RefusedUntil) = (refusal.Axis, refusal.Until);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return SendVerdict.ChangedMeanwhile;
        await figures.AddAsync(FigureKind.LimitHit, refusal.Axis, now);
        await transaction.CommitAsync();
        metrics.LimitHit(refusal.Axis);
        return SendVerdict.Refused;
    }

    private SendVerdict PressedBefore()
    {
        db.ChangeTracker.Clear();
        return SendVerdict.PressedBefore;
    }

    // Once the person has the answer: the sending takes nothing from it, and its time tells nothing of whom it goes to.
    private void WakeAfterwards(CodeAddress to) => accessor.HttpContext?.Response.OnCompleted(() =>
    {
        if (to is CodeAddress.Mail) mails.Wake();
        else queue.Wake();
        return Task.CompletedTask;
    });

    private void AddCode(
        CodeJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject, string? prefix, DateTimeOffset now, string? avoid,
        string? prefer)
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
            AddressHash = subject.AddressHash,
            CodeHash = lookup.Of(code, purpose, id),
            Reference = CodeReference.Draw(RandomNumberGenerator.GetInt32),
            SentAt = now,
            ExpiresAt = now + rules.Life,
            Network = prefix is null ? null : subject.Network,
            Prefix = prefix,
        };
        db.CodeChallenges.Add(challenge);
        (journey.Sends, journey.LastSentAt) = (journey.Sends + 1, now);
        switch (to)
        {
            case CodeAddress.Phone phone:
                queue.Add(
                    db, MessageKind.Code, phone.Number, TextOf(journey, code, challenge), id, challenge.Reference, now, challenge.ExpiresAt, avoid, prefer);
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
        settings.PhoneCodes.WebOtpLine ? CodeMessage.WebOtpHost(settings.Office.PublicUrl) : null);
}
