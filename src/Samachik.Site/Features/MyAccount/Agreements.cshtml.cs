using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Which texts the member acknowledged or accepted, and when.</summary>
[Authorize]
public sealed class AgreementsModel(CurrentMember current, AgreementTexts agreements, MembersDb db) : PageModel
{
    /// <summary>The acceptances, newest first.</summary>
    public IReadOnlyList<AcceptanceRow> Accepted { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Accepted = await db.Acceptances.AsNoTracking().Where(row => row.MemberId == current.Id)
        .OrderByDescending(row => row.At).ThenBy(row => row.Document).ToListAsync();

    /// <summary>The very text; null when the site does not show it any more.</summary>
    public AgreementText? TextOf(AcceptanceRow accepted) => accepted is null ? null
        : agreements.Find(accepted.Document, accepted.Version, accepted.Language);
}
