using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Members;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignIn;

/// <summary>The second step: the code by SMS.</summary>
[AllowAnonymous]
[ForStrangers]
[AtSignInStep(SignInStep.Code)]
[TellsDelivery]
public sealed class CodeModel(
    ConfirmSecondStep confirm, AskForCode ask, CurrentSignIn current, EndSignIn end, CodePageMessages messages,
    CodePageStates states, MemberData data, SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>This browser is asked for no code any more: <c>true</c> when ticked.</summary>
    [BindProperty]
    public string? RememberBrowser { get; set; }

    /// <summary>What the page tells: number, reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task OnGetAsync() => await ShowAsync(await current.RequireAsync());

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw)) return await AgainAsync(messages.Of(flaw.Value));
        var outcome = await confirm.ConfirmAsync(code, RememberBrowser == "true");
        return outcome.Verdict == SecondStepVerdict.NotRight ? await AgainAsync(messages.Of(outcome.Check)) : await end.LeadOnAsync(HttpContext);
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() =>
        await ask.AskAgainAsync() == SendVerdict.Refused ? await AgainAsync(null) : LocalRedirect("/sign-in/code");

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        if (await current.ReloadAsync() is not { Step: SignInStep.Code } under) return await end.LeadOnAsync(HttpContext);
        await ShowAsync(under);
        return Page();
    }

    private async Task ShowAsync(SignInUnderWay under) =>
        State = await states.WithDeliveryAsync(under.Journey, data.PhoneOf(under.Member).Masked);
}
