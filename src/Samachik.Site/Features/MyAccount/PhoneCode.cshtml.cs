using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.MyAccount;

/// <summary>The code that went to the new phone.</summary>
[Authorize, TellsDelivery("/account/phone")]
public sealed class PhoneCodeModel(
    ProveAddress prove, ConfirmPhoneChange confirm, CodePageMessages messages, CodePageStates states, SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the page tells: number, reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync(await FindAsync());

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } journey) return await ShowAsync(null);
        if (!Rules.PhoneCodes.PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw))
            return await AgainAsync(messages.Of(flaw.Value));
        var (verdict, check) = await confirm.ConfirmAsync(journey, code);
        return verdict switch
        {
            PhoneChangeVerdict.Changed => LocalRedirect("/account?done=phone"),
            PhoneChangeVerdict.Waits => LocalRedirect("/account?done=phone-waits"),
            PhoneChangeVerdict.ChangedMeanwhile => LocalRedirect("/account/phone/code"),
            PhoneChangeVerdict.NotRight => await AgainAsync(messages.Of(check)),
        };
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() =>
        await FindAsync() is { } journey && await prove.ResendAsync(journey) == SendVerdict.Refused
            ? await AgainAsync(null) : LocalRedirect("/account/phone/code");

    private Task<MemberJourneyRow?> FindAsync() => prove.FindAsync(MemberJourneyKind.PhoneChange);

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        return await ShowAsync(await prove.ReloadAsync(MemberJourneyKind.PhoneChange));
    }

    private async Task<IActionResult> ShowAsync(MemberJourneyRow? journey)
    {
        if (journey is null) return LocalRedirect("/account/phone");
        State = await states.WithDeliveryAsync(journey, prove.MaskedOf(journey));
        return Page();
    }
}
