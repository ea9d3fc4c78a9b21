using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.NotMe;

/// <summary>What was undone, and what to do now.</summary>
[AllowAnonymous]
public sealed class DoneModel(NoticeLinks links, JourneyCookies cookies, MembersDb db) : PageModel
{
    /// <summary>How it was undone.</summary>
    public Undoing Undoing { get; private set; }

    /// <summary>Whether nobody can sign in before a recovery.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Shows it, to who has pressed a button.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (cookies.Read(HttpContext, Disavow.Cookie) is not { } id
            || await db.Disavowals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.UsedAt != null) is not { } link)
            return LocalRedirect("/");
        Undoing = await links.UndoingAsync(link);
        IsFrozen = await db.Members.AnyAsync(row => row.Id == link.MemberId && row.FrozenAt != null);
        return Page();
    }
}
