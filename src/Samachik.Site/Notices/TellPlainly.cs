using Samachik.Site.Mail;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Notices;

/// <summary>
/// Tells a member at every address on file what the office did, without a link "this was not me": there is nothing that
/// one could undo. The texts are <c>{key}.Sms</c>, <c>{key}.Subject</c> and <c>{key}.Mail</c>.
/// </summary>
public sealed class TellPlainly(MembersDb db, MemberData data, MessageQueue messages, MailQueue mails, SiteSettings settings)
{
    /// <summary>Adds the notices to what the caller is about to save; the caller then wakes the senders.</summary>
    /// <param name="member">Whom.</param>
    /// <param name="key">Which texts.</param>
    /// <param name="now">When.</param>
    /// <param name="told">What stands for {0} and on in them; after it come the hotline and the office's name.</param>
    public void Add(MemberRow member, string key, DateTimeOffset now, params string[] told)
    {
        ArgumentNullException.ThrowIfNull(member);
        var (language, office, notAfter) = (member.Language, settings.Office, now + settings.Recovery.NoticeLife);
        var sms = SpokenTexts.Of<NoticeTexts>(language, $"{key}.Sms", [.. told, office.Hotline]);
        messages.Add(db, MessageKind.Notice, data.PhoneOf(member), sms, null, null, now, notAfter);
        if (data.EmailOf(member) is not { } email) return;
        var text = SpokenTexts.Of<NoticeTexts>(language, $"{key}.Mail", [.. told, office.Hotline, office.Name(language)]);
        mails.Add(db, MessageKind.Notice, email, new(SpokenTexts.Of<NoticeTexts>(language, $"{key}.Subject", office.Name(language)), text, language), now, notAfter);
    }

    /// <summary>Lets saved notices go out.</summary>
    public void Wake()
    {
        messages.Wake();
        mails.Wake();
    }
}
