using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Members;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignIn;

/// <summary>The member asked to close the account: keep it after all, or leave it to close.</summary>
[AllowAnonymous]
[ForStrangers]
[AtSignInStep(SignInStep.Returning)]
public sealed class ReturningModel(
    TakeBackClosing takeBack, CurrentSignIn current, EndSignIn end, MemberJourneys journeys, SiteSettings settings) : PageModel
{
    /// <summary>When the account closes for good.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>Tells the day.</summary>
    public async Task OnGetAsync()
    {
        var under = await current.RequireAsync();
        ClosesAt = (under.Member.ClosingAt ?? under.Now) + settings.Closing.TakenBackWithin;
    }

    /// <summary>Keeps the account.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await takeBack.TakeBackAsync();
        return await end.LeadOnAsync(HttpContext);
    }

    /// <summary>Leaves the account to close, and this sign-in.</summary>
    public IActionResult OnPostLeave()
    {
        journeys.Leave(MemberJourneyKind.SignIn);
        return LocalRedirect("/");
    }
}
