using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>One version in the list.</summary>
/// <param name="Id">Of one made in the console; null: it came with the site.</param>
/// <param name="Version">Its number.</param>
/// <param name="Effective">The day it takes effect, or did.</param>
/// <param name="Title">Its title in the reader's language.</param>
/// <param name="State">How it stands; those that came with the site are published.</param>
/// <param name="IsInForce">Whether members are shown it today.</param>
public sealed record ListedVersion(Guid? Id, string Version, DateOnly Effective, string Title, AgreementState State, bool IsInForce);

/// <summary>Reads versions for the staff: those made in the console, and those that came with the site.</summary>
public sealed class ReadVersions(MembersDb db, AgreementTexts texts)
{
    /// <summary>All versions of a document, newest first.</summary>
    public async Task<IReadOnlyList<ListedVersion>> ListAsync(AgreementDocument document, ReadingLanguage language)
    {
        var rows = await db.AgreementVersions.AsNoTracking().Where(row => row.Document == document).ToListAsync();
        var inForce = texts.Current(document, language).Agreement.Version;
        var made = rows.Select(row => Listed(row, language, inForce)).ToList();
        var shipped = texts.Everything(document, language).Select(text => text.Agreement)
            .Where(agreement => !made.Any(version => version.State == AgreementState.Published && version.Version == agreement.Version))
            .Select(agreement => new ListedVersion(
                null, agreement.Version, agreement.Effective, agreement.Title, AgreementState.Published, agreement.Version == inForce));
        return [.. made.Concat(shipped).OrderByDescending(version => version.Effective).ThenByDescending(version => version.Version, StringComparer.Ordinal)];
    }

    /// <summary>One made in the console; null when there is none such.</summary>
    public Task<AgreementVersionRow?> FindAsync(Guid id) => db.AgreementVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    /// <summary>What changes from the version in force, in each language.</summary>
    public IReadOnlyList<Comparison> Compare(AgreementDraft draft) =>
        [.. Enum.GetValues<ReadingLanguage>().Select(language => CompareTexts.Of(texts.Current(draft.Document, language).Agreement, draft.In(language)))];

    private static ListedVersion Listed(AgreementVersionRow row, ReadingLanguage language, string inForce)
    {
        var (draft, facts) = (row.Draft(), row.Facts());
        return new(
            row.Id, row.Version, facts.Effective, draft.In(language).Title, facts.State, facts.State == AgreementState.Published && row.Version == inForce);
    }
}
