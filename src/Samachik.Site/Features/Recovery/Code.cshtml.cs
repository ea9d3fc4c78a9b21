using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;

namespace Samachik.Site.Features.Recovery;

/// <summary>The first proof: the code by SMS. The page shows no phone, not even masked, before it is given.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.Code)]
public sealed class CodeModel(
    ProvePhone prove, SendRecoveryCode send, CurrentRecovery current, CodePageMessages messages, CodePageStates states,
    SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the page tells: reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task OnGetAsync() => State = states.Of(await current.RequireAsync(), "");

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw)) return await AgainAsync(messages.Of(flaw.Value));
        var outcome = await prove.ProveAsync(code);
        return outcome.Verdict switch
        {
            ProveVerdict.Proven when await current.StepAsync() is { } step => LocalRedirect(RecoveryPaths.Of(step)),
            ProveVerdict.Proven or ProveVerdict.ChangedMeanwhile => LocalRedirect(RecoveryPaths.StartAgain),
            ProveVerdict.NotRight => await AgainAsync(messages.Of(outcome.Check)),
        };
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() => await send.BySmsAgainAsync() switch
    {
        SendVerdict.Sent or SendVerdict.ChangedMeanwhile or SendVerdict.PressedBefore => LocalRedirect("/recovery/code"),
        SendVerdict.Refused => await AgainAsync(null),
    };

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        if (await current.ReloadAsync() is not { } journey) return LocalRedirect(RecoveryPaths.StartAgain);
        State = states.Of(journey, "");
        return Page();
    }
}
