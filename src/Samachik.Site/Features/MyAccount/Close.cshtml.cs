using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Closing the account.</summary>
[Authorize]
[FreshProof(Except = "TakeBack")]
public sealed class CloseModel(AskClosing closing, CurrentMember current, IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>"I want to close": <c>true</c> when ticked.</summary>
    [BindProperty]
    public string? CloseAccount { get; set; }

    /// <summary>When the closing was asked for; null: it was not.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => AskedAt = (await current.RequireAsync()).ClosingAt;

    /// <summary>Asks for the closing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (AskedAt is not null) return LocalRedirect("/account/close");
        if (CloseAccount != "true") return this.Again(nameof(CloseAccount), texts["Close.Missing"]);
        return LocalRedirect(await closing.AskAsync(HttpContext) ? "/account/close/asked" : "/account/close");
    }

    /// <summary>Takes the closing back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync() =>
        LocalRedirect(await closing.TakeBackAsync() ? "/account?done=closing-taken-back" : "/account");
}
