using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignUp;

/// <summary>Step 3: the code by SMS.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.PhoneCode), TellsDelivery("/sign-up/details")]
public sealed class PhoneCodeModel(
    ConfirmPhone confirm, ResendCode resend, CurrentSignUp current, CodePageMessages messages,
    CodePageStates states, EndSignUp end, PersonalData personalData, SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the page tells: number, reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task OnGetAsync() => State = await StateOfAsync(await current.RequireAsync());

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Rules.PhoneCodes.PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw))
            return await AgainAsync(messages.Of(flaw.Value));
        var outcome = await confirm.ConfirmAsync(code);
        return outcome.Verdict switch
        {
            ConfirmVerdict.Ended => await end.LeadOnAsync(HttpContext),
            ConfirmVerdict.NotInRegister or ConfirmVerdict.ChangedMeanwhile => LocalRedirect("/sign-up"),
            ConfirmVerdict.NotRight => await AgainAsync(messages.Of(outcome.Check)),
        };
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() => await resend.ResendAsync() switch
    {
        SendVerdict.Sent or SendVerdict.ChangedMeanwhile or SendVerdict.PressedBefore => LocalRedirect("/sign-up/phone-code"),
        SendVerdict.Refused => await AgainAsync(null),
    };

    private Task<CodePageState> StateOfAsync(SignUpJourneyRow journey) =>
        states.WithDeliveryAsync(journey, personalData.Read(journey)?.Phone.Masked ?? "");

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        if (await current.ReloadAsync() is not { } journey) return LocalRedirect("/sign-up");
        State = await StateOfAsync(journey);
        return Page();
    }
}
