using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.SignUp;

/// <summary>Step 2: personal details.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Details)]
public sealed class DetailsModel(
    GiveDetails give, CurrentSignUp current, PersonalData personalData, DetailsMessages messages,
    SiteSettings settings, TimeProvider time) : PageModel
{
    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public DetailsForm Form { get; set; } = new();

    /// <summary>Nothing was saved because too many people are signing up at this moment.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Shows what was given before, passwords aside.</summary>
    public async Task OnGetAsync() => Form = DetailsForm.Of(personalData.Read(await current.RequireAsync()));

    /// <summary>Saves the details, or tells all that is wrong with them at once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Form.Typed();
        var rule = new DetailsRule(
            settings.SignUp.AcceptLeadingZero, settings.Passwords.Rule,
            new(BangkokTime.Today(time), settings.SignUp.MinimumAge, settings.SignUp.MaximumAge));
        if (!SignUpDetails.TryParse(typed, rule, out var details, out var flaws))
        {
            messages.Tell(flaws, typed, ModelState);
            Form = Form.WithReadDigits(flaws);
            await give.KeepAliveAsync();
            return Page();
        }

        var verdict = await give.GiveAsync(details);
        if (verdict == DetailsVerdict.PressedBefore) ModelState.AddModelError("Password", messages.PressAgain);
        return verdict switch
        {
            DetailsVerdict.Saved or DetailsVerdict.ChangedMeanwhile => LocalRedirect("/sign-up"),
            DetailsVerdict.Busy => Busy(),
            DetailsVerdict.PressedBefore => Page(),
        };
    }

    private PageResult Busy()
    {
        (IsBusy, Response.StatusCode, Response.Headers.RetryAfter) = (true, StatusCodes.Status503ServiceUnavailable, "5");
        return Page();
    }
}
