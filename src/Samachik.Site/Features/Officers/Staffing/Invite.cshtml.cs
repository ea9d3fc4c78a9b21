using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>Invites somebody to the staff.</summary>
[Needs(Permission.ManageStaff)]
public sealed class InviteModel(InviteOfficer invite, InvitationCookie cookie, CurrentOfficer current, IStringLocalizer<StaffTexts> texts) : PageModel
{
    /// <summary>First and last name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What they are there for.</summary>
    [BindProperty]
    public OfficerRole Role { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Invites, and leads to where the link is shown once; else tells what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.IsDefined(Role)) return BadRequest();
        if (!PersonName.TryParse(Name, out var name, out _)) ModelState.AddModelError(nameof(Name), texts["Name.Wrong"]);
        if (name is null || !ModelState.IsValid) return Page();
        cookie.Write(HttpContext, await invite.InviteAsync(name.Text, Role, StaffActor.Of(current)));
        return LocalRedirect("/officers/staff/invited");
    }
}
