using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Another phone: asks for it, or shows the change that waits.</summary>
[Authorize]
[FreshProof(Except = "Cancel")]
public sealed class PhoneModel(
    ProveAddress prove, PendingPhone pending, CurrentMember current, MemberData data, AddressMessages messages, CodePageMessages codes,
    IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>The new phone as typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>The phone on file.</summary>
    public ThaiMobileNumber? OnFile { get; private set; }

    /// <summary>The change that waits; null when there is none.</summary>
    public PendingPhoneChangeRow? Waiting { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => (OnFile, Waiting) = (data.PhoneOf(await current.RequireAsync()), await pending.FindAsync());

    /// <summary>Sends a code to the new phone, or tells what is wrong with it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (Waiting is not null) return LocalRedirect("/account/phone");
        if (!ThaiMobileNumber.TryParse(Phone, out var phone, out var flaw))
        {
            var typed = Phone;
            if (flaw == MobileNumberFlaw.ThaiKeyboard) Phone = ThaiMobileNumber.ReadThaiKeyboard(typed) ?? typed;
            return this.Again(nameof(Phone), messages.Of(flaw.Value, typed));
        }

        if (phone == OnFile) return this.Again(nameof(Phone), texts["Phone.Same"]);
        return await prove.AskAsync(phone) == SendVerdict.PressedBefore
            ? this.Again(nameof(Phone), codes.PressAgain) : LocalRedirect("/account/phone/code");
    }

    /// <summary>Calls off the change that waits.</summary>
    public async Task<IActionResult> OnPostCancelAsync() =>
        LocalRedirect(await pending.CancelAsync() ? "/account?done=phone-cancelled" : "/account");
}
