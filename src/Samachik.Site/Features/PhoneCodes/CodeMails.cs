using Samachik.Rules.Agreements;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Mail;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Writes the e-mail that carries a code: no link, the reference in a sentence of its own.</summary>
public sealed class CodeMails(SiteSettings settings)
{
    /// <summary>Writes it in a language.</summary>
    public MailText Write(ReadingLanguage language, PhoneCode code, string reference)
    {
        ArgumentNullException.ThrowIfNull(code);
        var life = SpokenDuration.RoundedDown(settings.PhoneCodes.Life, language);
        var office = settings.Office.Name(language);
        return new(
            SpokenTexts.Of<PhoneCodeTexts>(language, "Mail.Subject", office),
            SpokenTexts.Of<PhoneCodeTexts>(language, "Mail.Text", code.Digits, life, reference, office, settings.Office.CodeHelpline),
            language);
    }
}
