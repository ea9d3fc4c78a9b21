using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Mail;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Notices;

/// <summary>The words of one notice, in its member's language. Prints nothing of its link.</summary>
public sealed class NoticeText(SiteSettings settings, ReadingLanguage language, AuditAct act, DateTimeOffset at, Uri link)
{
    /// <summary>The acts that there are words for.</summary>
    public static IEnumerable<AuditAct> Acts => Enum.GetValues<AuditAct>().Where(act => SpokenTexts.Has<NoticeTexts>($"Happened.{act}"));

    /// <summary>
    /// By SMS: what happened, the link, whom to call, and by whom it is told where that fits two segments.
    /// </summary>
    public string Sms
    {
        get
        {
            var plain = SpokenTexts.Of<NoticeTexts>(language, "Sms", Happened, link.AbsoluteUri, settings.Office.Hotline);
            return FromOffice(plain) is var full && CodeMessage.FitsTwoSegments(full) ? full : plain;
        }
    }

    /// <summary>By e-mail: all of it, with what it means.</summary>
    public MailText Mail => new(
        FromOffice(Happened),
        SpokenTexts.Of<NoticeTexts>(
            language, "Mail.Text", Happened, BangkokTime.Instant(at, language), link.AbsoluteUri, settings.Office.Hotline,
            settings.Office.Name(language), More, BangkokTime.Instant(at + settings.Recovery.NoticeLife, language)),
        language);

    private string Happened => SpokenTexts.Of<NoticeTexts>(language, $"Happened.{act}");

    private string More => SpokenTexts.Of<NoticeTexts>(
        language, $"More.{act}", SpokenDuration.RoundedDown(settings.Recovery.Wait, language),
        SpokenDuration.RoundedDown(settings.Closing.TakenBackWithin, language));

    /// <summary>The page of a link "this was not me".</summary>
    public static Uri LinkOf(OfficeSettings office, string word)
    {
        ArgumentNullException.ThrowIfNull(office);
        return new(office.PublicUrl, $"/not-me/{word}");
    }

    private string FromOffice(string text) => SpokenTexts.Of<NoticeTexts>(language, "FromOffice", settings.Office.Name(language), text);
}
