using Samachik.Rules.Agreements;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.SignUp;

/// <summary>What became of an acceptance.</summary>
public enum AcceptVerdict
{
    /// <summary>Both documents are accepted.</summary>
    Accepted,

    /// <summary>A newer version came into force while the page was open: it has to be shown first.</summary>
    TextHasChanged,

    /// <summary>Another request changed the journey first.</summary>
    ChangedMeanwhile,
}

/// <summary>Step 1: records which texts were shown and accepted; begins the journey if there is none.</summary>
public sealed class AcceptAgreement(CurrentSignUp current, AgreementTexts texts, MembersDb db, SignUpCookie cookie, TimeProvider time)
{
    /// <summary>
    /// Accepts both documents. The digests are those the page showed, if it told them; they decide the language and
    /// guard against a text that changed meanwhile.
    /// </summary>
    public async Task<AcceptVerdict> AcceptAsync(HttpContext context, string? privacyShown, string? conductShown)
    {
        if (texts.Shown(AgreementDocument.Privacy, privacyShown) is not { } privacy
            || texts.Shown(AgreementDocument.Conduct, conductShown) is not { } conduct) return AcceptVerdict.TextHasChanged;
        var now = time.GetUtcNow();
        var journey = await current.FindAsync();
        var isNew = journey is null;
        journey ??= current.Begin(now);
        CurrentSignUp.Touch(journey, now);
        Record(journey, Acceptance.Of(privacy, now), Acceptance.Of(conduct, now));
        if (await db.SaveActAsync() != SaveVerdict.Saved) return AcceptVerdict.ChangedMeanwhile;
        if (isNew) cookie.Write(context, journey.Id);
        return AcceptVerdict.Accepted;
    }

    private static void Record(SignUpJourneyRow journey, Acceptance privacy, Acceptance conduct)
    {
        (journey.AgreedAt, journey.AgreementLanguage) = (privacy.At, privacy.Language);
        (journey.PrivacyVersion, journey.PrivacyDigest) = (privacy.Version, privacy.Digest);
        (journey.ConductVersion, journey.ConductDigest) = (conduct.Version, conduct.Digest);
    }
}
