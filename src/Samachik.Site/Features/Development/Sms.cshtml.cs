using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Sms.Outbox;

namespace Samachik.Site.Features.Development;

/// <summary>What the outbox gateway "sent". In Development only: elsewhere there is no such page.</summary>
[AllowAnonymous]
public sealed class SmsModel(IServiceProvider services) : PageModel
{
    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public IActionResult OnGet()
    {
        if (services.GetService<OutboxMessages>() is not { } outbox) return NotFound();
        Messages = outbox.Newest();
        return Page();
    }
}
