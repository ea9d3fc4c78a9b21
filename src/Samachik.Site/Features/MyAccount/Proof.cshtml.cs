using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Asks for the password anew before a sensitive page.</summary>
[Authorize]
public sealed class ProofModel(GiveProof give, CurrentMember current, ReturnUrl returnUrl, IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    private const string Path = "/account/proof", Home = "/account";

    /// <summary>The password as typed; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The page that asked; anything but a page of ours leads to the overview.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What became of the password; null before it was given.</summary>
    public ProofVerdict? Verdict { get; private set; }

    /// <summary>The page to lead back to.</summary>
    public string Target => returnUrl.Known(ReturnUrl, Url) is var known && known is "/" or Path ? Home : known;

    /// <summary>This page with that one to lead back to: after a wrong password its address alone no longer tells.</summary>
    public string Own => $"{Path}?ReturnUrl={Uri.EscapeDataString(Target)}";

    /// <summary>Asks, unless the proof is fresh.</summary>
    public IActionResult OnGet() => current.IsFresh ? LocalRedirect(Target) : Page();

    /// <summary>Compares the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Password)) return this.Again(nameof(Password), texts["Proof.Missing"]);
        if (Password.Length > PasswordRule.LongestRead) return this.Again(nameof(Password), texts["Proof.TooLong"]);
        Verdict = await give.GiveAsync(HttpContext, Password);
        return Verdict.Value switch
        {
            ProofVerdict.Given => LocalRedirect(Target),
            ProofVerdict.ChangedMeanwhile => LocalRedirect(Own),
            ProofVerdict.Wrong => this.Again(nameof(Password), texts["ProofVerdict.Wrong"]),
            ProofVerdict.Busy => this.Busy(),
            ProofVerdict.SessionEnded => Ended(),
        };
    }

    // The rest of this answer is for a stranger.
    private PageResult Ended()
    {
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        return Page();
    }
}
