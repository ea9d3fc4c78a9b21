using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Mail.Drop;

namespace Samachik.Site.Features.Development;

/// <summary>The e-mails that were "sent". In Development only: elsewhere there is no such page.</summary>
[AllowAnonymous]
public sealed class MailModel(IServiceProvider services) : PageModel
{
    /// <summary>The e-mails, newest first.</summary>
    public IReadOnlyList<DroppedMail> Mails { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public IActionResult OnGet()
    {
        if (services.GetService<DroppedMails>() is not { } dropped) return NotFound();
        Mails = dropped.Newest();
        return Page();
    }
}
