using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What happened on the account, in plain words.</summary>
[Authorize]
public sealed class ActivityModel(ReadActivity activity, ReadCodesSent codes, DisavowActivity disavow) : PageModel
{
    /// <summary>Only entries older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>The entry that "this was not me" is said of.</summary>
    [BindProperty]
    public long Id { get; set; }

    /// <summary>What is shown.</summary>
    public ActivityPage Shown { get; private set; } = new([], null);

    /// <summary>The SMS with codes sent lately; on the newest page only.</summary>
    public IReadOnlyList<CodeSent> Codes { get; private set; } = [];

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync()
    {
        Shown = await activity.PageAsync(Before);
        if (Before is null) Codes = await codes.ReadAsync();
    }

    /// <summary>"This was not me": makes the account safe, and leads to another password.</summary>
    public async Task<IActionResult> OnPostNotMeAsync() => await disavow.DisavowAsync(Id) switch
    {
        EndVerdict.Ended => LocalRedirect("/account/password"),
        EndVerdict.NotTheirs => NotFound(),
        EndVerdict.ChangedMeanwhile => LocalRedirect("/account/activity"),
    };
}
