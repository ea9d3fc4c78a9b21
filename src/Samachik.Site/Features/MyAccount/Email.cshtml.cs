using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>An e-mail address as a second way to be told, and its removal.</summary>
[Authorize]
[FreshProof]
public sealed class EmailModel(
    ProveAddress prove, ConfirmEmailChange change, CurrentMember current, MemberData data, AddressMessages messages, CodePageMessages codes,
    SiteSettings settings, IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>The address as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The address on file; null when there is none.</summary>
    public EmailAddress? OnFile { get; private set; }

    /// <summary>Whether the office sends e-mail at all.</summary>
    public bool IsOn => settings.Mail.Kind != MailKind.None;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => OnFile = data.EmailOf(await current.RequireAsync());

    /// <summary>Sends a code to the address, or tells what is wrong with it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (!IsOn) return Page();
        if (!EmailAddress.TryParse(Email, out var email, out var flaw)) return this.Again(nameof(Email), messages.Of(flaw.Value));
        if (email.Canonical == OnFile?.Canonical) return this.Again(nameof(Email), texts["Email.Same"]);
        return await prove.AskAsync(email) == SendVerdict.PressedBefore
            ? this.Again(nameof(Email), codes.PressAgain) : LocalRedirect("/account/email/code");
    }

    /// <summary>Takes the address off.</summary>
    public async Task<IActionResult> OnPostRemoveAsync() =>
        LocalRedirect(await change.RemoveAsync() ? "/account?done=email-removed" : "/account/email");
}
