using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.NotMe;

/// <summary>What a notice told of, and the button "this was not me". Opening the page does nothing, pressing does.</summary>
[AllowAnonymous]
public sealed class IndexModel(NoticeLinks links, Disavow disavow) : PageModel
{
    /// <summary>The link's word, as it stands in the address.</summary>
    [FromRoute]
    public string? Word { get; set; }

    /// <summary>What the link is about; null when it no longer works.</summary>
    public DisavowalRow? Link { get; private set; }

    /// <summary>How it is undone.</summary>
    public Undoing Undoing { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        if (await links.FindAsync(Word) is not { UsedAt: null } link) return;
        (Link, Undoing) = (link, await links.UndoingAsync(link));
    }

    /// <summary>Undoes it.</summary>
    public async Task<IActionResult> OnPostAsync() => await disavow.DisavowAsync(HttpContext, Word) switch
    {
        DisavowVerdict.Undone or DisavowVerdict.DoneAlready => LocalRedirect("/not-me/done"),
        DisavowVerdict.Dead => Page(),
    };
}
