using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.MyAccount;

/// <summary>The code that went to the e-mail address.</summary>
[Authorize]
public sealed class EmailCodeModel(
    ProveAddress prove, ConfirmEmailChange confirm, CodePageMessages messages, CodePageStates states, SiteSettings settings) : PageModel
{
    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the page tells: address, reference, time left, limits.</summary>
    public CodePageState State { get; private set; } = CodePageState.Empty;

    /// <summary>Shows the page; sends nothing.</summary>
    public async Task<IActionResult> OnGetAsync() => Show(await FindAsync());

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } journey) return Show(null);
        if (!Rules.PhoneCodes.PhoneCode.TryParse(Code, settings.PhoneCodes.Digits, out var code, out var flaw))
            return await AgainAsync(messages.OfMailed(flaw.Value));
        var (verdict, check) = await confirm.ConfirmAsync(journey, code);
        return verdict switch
        {
            EmailChangeVerdict.Changed => LocalRedirect("/account?done=email"),
            EmailChangeVerdict.ChangedMeanwhile => LocalRedirect("/account/email/code"),
            EmailChangeVerdict.NotRight => await AgainAsync(messages.Of(check)),
        };
    }

    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<IActionResult> OnPostResendAsync() =>
        await FindAsync() is { } journey && await prove.ResendAsync(journey) == SendVerdict.Refused
            ? await AgainAsync(null) : LocalRedirect("/account/email/code");

    private Task<MemberJourneyRow?> FindAsync() => prove.FindAsync(MemberJourneyKind.EmailChange);

    private async Task<IActionResult> AgainAsync(string? message)
    {
        if (message is not null) ModelState.AddModelError(nameof(Code), message);
        return Show(await prove.ReloadAsync(MemberJourneyKind.EmailChange));
    }

    private IActionResult Show(MemberJourneyRow? journey)
    {
        if (journey is null) return LocalRedirect("/account/email");
        State = states.Of(journey, prove.MaskedOf(journey));
        return Page();
    }
}
