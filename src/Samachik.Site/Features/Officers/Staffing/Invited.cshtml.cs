using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>Shows the link of an invitation, once.</summary>
[Needs(Permission.ManageStaff)]
public sealed class InvitedModel(InvitationCookie cookie) : PageModel
{
    /// <summary>The invitation; null when it was shown before.</summary>
    public Invitation? Invited { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet() => Invited = cookie.Take(HttpContext);
}
