using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.SignIn;

/// <summary>What became of an acceptance at a sign-in.</summary>
public enum AcceptOwedVerdict
{
    /// <summary>All that was owed is accepted, here or from another window.</summary>
    Accepted,

    /// <summary>A newer version came into force while the page was open: it has to be shown first.</summary>
    TextHasChanged,
}

/// <summary>Records that a member accepted what came into force since, and brings the sign-in on.</summary>
public sealed class AcceptOwed(
    CurrentSignIn current, AdvanceSignIn advance, AgreementTexts texts, MemberJourneys journeys, AuditTrail trail, MembersDb db)
{
    /// <summary>Accepts everything owed. The digests are those the page showed, as in a sign-up.</summary>
    public async Task<AcceptOwedVerdict> AcceptAsync(Func<AgreementDocument, string?> digestShown)
    {
        ArgumentNullException.ThrowIfNull(digestShown);
        var under = await current.RequireAsync();
        if (under.Owed.Any(document => texts.Shown(document, digestShown(document)) is null)) return AcceptOwedVerdict.TextHasChanged;
        await advance.FromAsync(SignInStep.Agreement, owing =>
        {
            foreach (var document in owing.Owed)
            {
                if (texts.Shown(document, digestShown(document)) is not { } shown) return false;
                Add(owing, Acceptance.Of(shown, owing.Now));
            }

            owing.Owed = [];
            return true;
        });
        return AcceptOwedVerdict.Accepted;
    }

    private void Add(SignInUnderWay under, Acceptance accepted)
    {
        db.Acceptances.Add(new AcceptanceRow
        {
            Id = Guid.CreateVersion7(accepted.At),
            MemberId = under.Member.Id,
            Document = accepted.Document,
            Version = accepted.Version,
            Digest = accepted.Digest,
            Language = accepted.Language,
            At = accepted.At,
            Network = journeys.Network,
        });
        var document = accepted.Document.ToString().ToLowerInvariant();
        trail.Add(db, AuditAct.AgreementAccepted, under.Member.Id, journeys.Network, accepted.At, detail: $"{document} {accepted.Version}");
    }
}
