using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Mail;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Notices;

/// <summary>What the account was before an act, where a link "this was not me" can bring it back.</summary>
public sealed record Before(ThaiMobileNumber? Phone = null, EmailAddress? Email = null)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(Before);
}

/// <summary>
/// Tells a member at every address on file what happened to the account, with a link "this was not me" of its own. An
/// address that the act took off is told too: it may be the only one that is still the owner's.
/// </summary>
public sealed class TellMember(
    MembersDb db, MemberData data, MessageQueue messages, MailQueue mails, LookupHash lookup, SiteSettings settings)
{
    /// <summary>Letters of a link's word: 79 bits in all.</summary>
    public const int WordLength = 16;

    /// <summary>Adds the notices and their link to what the caller is about to save; the caller then wakes the senders.</summary>
    /// <param name="member">Whose account, as it is after the act.</param>
    /// <param name="act">What happened; it needs texts in <c>NoticeTexts</c>.</param>
    /// <param name="now">When.</param>
    /// <param name="before">What the act changed.</param>
    /// <param name="bySms">Whether the phone is told too, not the e-mail address alone.</param>
    public void Add(MemberRow member, AuditAct act, DateTimeOffset now, Before? before = null, bool bySms = true)
    {
        ArgumentNullException.ThrowIfNull(member);
        var (phone, email) = (data.PhoneOf(member), data.EmailOf(member));
        ThaiMobileNumber[] phones = bySms ? [.. new[] { phone, before?.Phone }.OfType<ThaiMobileNumber>().Distinct()] : [];
        EmailAddress[] emails = [.. new[] { email, before?.Email }.OfType<EmailAddress>().Distinct()];
        if (phones.Length + emails.Length == 0) return;
        var notice = new NoticeText(settings, member.Language, act, now, AddLink(member, act, now, before));
        var until = now + settings.Recovery.NoticeLife;
        foreach (var number in phones) messages.Add(db, MessageKind.Notice, number, notice.Sms, null, null, now, until);
        foreach (var address in emails) mails.Add(db, MessageKind.Notice, address, notice.Mail, now, until);
    }

    /// <summary>Lets saved notices go out.</summary>
    public void Wake()
    {
        messages.Wake();
        mails.Wake();
    }

    private Uri AddLink(MemberRow member, AuditAct act, DateTimeOffset now, Before? before)
    {
        var (id, word) = (Guid.CreateVersion7(now), LinkWord.Draw(WordLength));
        db.Disavowals.Add(new DisavowalRow
        {
            Id = id,
            TokenHash = lookup.OfLink(word),
            MemberId = member.Id,
            Act = act,
            At = now,
            ExpiresAt = now + settings.Recovery.NoticeLife,
            PreviousPhoneCipher = before?.Phone is { } phone ? data.Seal(phone, "disavowals.previous_phone", id) : null,
            PreviousEmailCipher = before?.Email is { } email ? data.Seal(email, "disavowals.previous_email", id) : null,
        });
        return NoticeText.LinkOf(settings.Office, word);
    }
}
