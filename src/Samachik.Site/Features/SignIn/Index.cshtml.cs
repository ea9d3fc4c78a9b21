using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Passwords;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>ID number and password.</summary>
[AllowAnonymous]
[ForStrangers]
public sealed class IndexModel(
    GiveCredentials give, EndSignIn end, SignInMessages messages, FieldMessages fields, ReturnUrl known, SiteSettings settings)
    : PageModel
{
    /// <summary>National ID number.</summary>
    [BindProperty]
    public string? NationalId { get; set; }

    /// <summary>Password; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The page to go to afterwards; anything but a page of ours leads to my account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why it went no further; null before anything was looked at.</summary>
    public SignInVerdict? Verdict { get; private set; }

    /// <summary>The browser was on a sign-in that is no more.</summary>
    public bool Expired => Request.Query.ContainsKey("expired");

    /// <summary>Keeps of the return address what is ours.</summary>
    public void OnGet() => ReturnUrl = SignInPaths.Afterwards(known.Known(ReturnUrl, Url));

    /// <summary>Says that it was not looked at, and when to come again.</summary>
    internal static void TellBusy(HttpResponse response) =>
        (response.StatusCode, response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "5");

    /// <summary>Looks at ID number and password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        OnGet();
        var isId = Rules.People.NationalId.TryParse(NationalId, settings.SignUp.AcceptLeadingZero, out var id, out var flaw);
        if (flaw is { } wrong) ModelState.AddModelError(nameof(NationalId), fields.Of(wrong, NationalId));
        if (messages.FlawOf(Password) is { } bad) ModelState.AddModelError(nameof(Password), bad);
        NationalId = isId ? id?.Grouped : FieldMessages.ShownBack(flaw, NationalId);
        if (id is null || Password is null || !ModelState.IsValid) return Page();
        var outcome = await give.GiveAsync(id, PasswordRule.Normalise(Password), ReturnUrl);
        if (outcome.Verdict == SignInVerdict.PasswordRight) return await end.LeadOnAsync(HttpContext);
        Verdict = outcome.Verdict;
        if (Verdict == SignInVerdict.Busy) TellBusy(Response);
        else ModelState.AddModelError(Verdict == SignInVerdict.Wrong ? nameof(NationalId) : nameof(Password), messages.Of(outcome));
        return Page();
    }
}
