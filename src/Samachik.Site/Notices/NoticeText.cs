using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Notices;

/// <summary>The words of one notice, in its member's language. Prints nothing of its link.</summary>
public sealed class NoticeText(SiteSettings settings, ReadingLanguage language, AuditAct act, DateTimeOffset at, Uri link)
{
    /// <summary>By SMS: what happened, the link, whom to call. Two segments at most.</summary>
    public string Sms => SpokenTexts.Of<NoticeTexts>(language, "Sms", Happened, link.AbsoluteUri, settings.Office.Hotline);

    /// <summary>The subject of the e-mail.</summary>
    public string Subject => SpokenTexts.Of<NoticeTexts>(language, "Mail.Subject", settings.Office.Name(language), Happened);

    /// <summary>The text of the e-mail.</summary>
    public string Text => SpokenTexts.Of<NoticeTexts>(
        language, "Mail.Text", Happened, BangkokTime.Instant(at, language), link.AbsoluteUri, settings.Office.Hotline,
        settings.Office.Name(language), SpokenTexts.Of<NoticeTexts>(language, $"More.{act}"));

    private string Happened => SpokenTexts.Of<NoticeTexts>(language, $"Happened.{act}");
}
