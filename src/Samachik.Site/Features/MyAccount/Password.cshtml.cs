using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Site.Features.Shared;
using Samachik.Site.Storage;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Another password.</summary>
[Authorize]
[FreshProof]
public sealed class PasswordModel(
    ChangePassword change, CurrentMember current, MemberData data, NewPasswordMessages messages, OpenDisavowal disavowal,
    IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>The new password; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The new password once more; never shown back.</summary>
    [BindProperty]
    public string? ConfirmPassword { get; set; }

    /// <summary>The member said "this was not me", and the password has not been changed since.</summary>
    public bool IsDisavowed { get; private set; }

    /// <summary>Nothing was saved because too many people are at it at this moment.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => IsDisavowed = await disavowal.IsOpenAsync();

    /// <summary>Sets the password, or tells what is wrong with it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        IsDisavowed = await disavowal.IsOpenAsync();
        var known = data.Read(await current.RequireAsync());
        var owner = new PasswordOwner(known.NationalId, known.Phone, known.BirthDate);
        if (messages.Read(Password, ConfirmPassword, owner, ModelState) is not { } password) return Page();
        var verdict = await change.ChangeAsync(HttpContext, password);
        IsBusy = verdict == ChangePasswordVerdict.Busy;
        return verdict switch
        {
            ChangePasswordVerdict.Changed => LocalRedirect("/account?done=password"),
            ChangePasswordVerdict.Busy => this.Busy(),
            ChangePasswordVerdict.SameAsBefore or ChangePasswordVerdict.TooManyToday or ChangePasswordVerdict.ChangedMeanwhile =>
                this.Again(nameof(Password), texts[$"ChangePasswordVerdict.{verdict}"]),
        };
    }
}
