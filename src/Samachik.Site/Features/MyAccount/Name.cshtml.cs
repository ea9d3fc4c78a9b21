using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Site.Storage;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>First and last name, as long as they are only what the member typed.</summary>
[Authorize]
[FreshProof]
public sealed class NameModel(
    ChangeName change, CurrentMember current, MemberData data, NameForm form, IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>First name as typed.</summary>
    [BindProperty]
    public string? FirstName { get; set; }

    /// <summary>Last name as typed.</summary>
    [BindProperty]
    public string? LastName { get; set; }

    /// <summary>"I have no last name": <c>true</c> when ticked.</summary>
    [BindProperty]
    public string? NoLastName { get; set; }

    /// <summary>Whether the member may change them; else an officer does.</summary>
    public bool IsAllowed { get; private set; }

    /// <summary>Shows the names on file.</summary>
    public async Task OnGetAsync()
    {
        var member = await current.RequireAsync();
        IsAllowed = ChangeName.IsAllowedAt(member.Level);
        var known = data.Read(member);
        (FirstName, LastName, NoLastName) = (known.FirstName, known.LastName, known.LastName is null ? "true" : null);
    }

    /// <summary>Changes the names, or tells all that is wrong with them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        IsAllowed = ChangeName.IsAllowedAt((await current.RequireAsync()).Level);
        if (form.Read(FirstName, LastName, NoLastName == "true", ModelState) is not { } names) return Page();
        var verdict = await change.ChangeAsync(names.First, names.Last);
        return verdict switch
        {
            ChangeNameVerdict.Changed => LocalRedirect("/account?done=name"),
            ChangeNameVerdict.NeedsOfficer => LocalRedirect("/account/name"),
            ChangeNameVerdict.SameAsBefore or ChangeNameVerdict.TooManyToday or ChangeNameVerdict.ChangedMeanwhile =>
                this.Again(nameof(FirstName), texts[$"ChangeNameVerdict.{verdict}"]),
        };
    }
}
