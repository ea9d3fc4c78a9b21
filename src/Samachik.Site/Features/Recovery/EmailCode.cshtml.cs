using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Recovery;

/// <summary>The second proof: the code by e-mail.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.EmailCode)]
public sealed class EmailCodeModel(
    ProveEmail prove, SendRecoveryCode send, CurrentRecovery current, CodePageMessages messages, CodePageStates states,
    MemberData data, SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the page tells: masked address, reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task OnGetAsync() => State = await StateAsync();

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw)) return await AgainAsync(messages.OfMailed(flaw.Value));
        var outcome = await prove.ProveAsync(code);
        return outcome.Verdict switch
        {
            ProveVerdict.Proven => LocalRedirect("/recovery/new-password"),
            ProveVerdict.ChangedMeanwhile => LocalRedirect("/recovery/email-code"),
            ProveVerdict.NotRight => await AgainAsync(messages.Of(outcome.Check)),
        };
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() => await send.ByEmailAgainAsync() switch
    {
        SendVerdict.Sent or SendVerdict.ChangedMeanwhile or SendVerdict.PressedBefore => LocalRedirect("/recovery/email-code"),
        SendVerdict.Refused => await AgainAsync(null),
    };

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        await current.ReloadAsync();
        if (await current.StepAsync() != RecoveryStep.EmailCode) return LocalRedirect("/recovery/email-code");
        State = await StateAsync();
        return Page();
    }

    private async Task<CodePageState> StateAsync() => states.Of(
        await current.RequireAsync(), data.EmailOf(await current.RequireMemberAsync())?.Masked ?? "", CodePurpose.RecoveryByEmail);
}
