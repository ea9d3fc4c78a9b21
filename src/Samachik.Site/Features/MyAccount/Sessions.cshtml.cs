using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Where the member is signed in, and which browsers are remembered. Ending them needs no fresh proof: it only makes safer.</summary>
[Authorize]
public sealed class SessionsModel(
    EndSessions end, MemberSessions sessions, CurrentMember current, MembersDb db, TimeProvider time) : PageModel
{
    /// <summary>Which session or browser a button is for.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>Living sessions, the one last seen first.</summary>
    public IReadOnlyList<MemberSessionRow> Living { get; private set; } = [];

    /// <summary>Remembered browsers, the one last used first.</summary>
    public IReadOnlyList<KnownBrowserRow> Browsers { get; private set; } = [];

    /// <summary>The session of this request.</summary>
    public Guid Own => current.SessionId;

    /// <summary>Shows both lists.</summary>
    public async Task OnGetAsync()
    {
        var now = time.GetUtcNow();
        Living = await sessions.Living(db, current.Id, now).AsNoTracking().OrderByDescending(row => row.LastSeenAt).ToListAsync();
        Browsers = await db.KnownBrowsers.AsNoTracking().Where(row => row.MemberId == current.Id && row.ExpiresAt > now)
            .OrderByDescending(row => row.LastUsedAt).ToListAsync();
    }

    /// <summary>Ends one session.</summary>
    public async Task<IActionResult> OnPostEndAsync() => Answer(await end.EndAsync(Id));

    /// <summary>Ends all sessions but this one.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync() => Answer(await end.EndOthersAsync());

    /// <summary>Forgets one browser.</summary>
    public async Task<IActionResult> OnPostForgetAsync() => Answer(await end.ForgetAsync(Id));

    /// <summary>Forgets all browsers.</summary>
    public async Task<IActionResult> OnPostForgetAllAsync() => Answer(await end.ForgetAllAsync());

    private IActionResult Answer(EndVerdict verdict) => verdict switch
    {
        EndVerdict.Ended or EndVerdict.ChangedMeanwhile => LocalRedirect("/account/sessions"),
        EndVerdict.NotTheirs => NotFound(),
    };
}
