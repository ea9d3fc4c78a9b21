using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Rules.SignUp;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignUp;

/// <summary>The finished page: the account's level, what it allows, how to climb.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Done)]
public sealed class DoneModel(CurrentSignUp current, PersonalData personalData, MembersDb db) : PageModel
{
    /// <summary>The number that the member signs in with.</summary>
    public string? NationalId { get; private set; }

    /// <summary>How sure the office is of who this is.</summary>
    public AssuranceLevel Level { get; private set; } = AssuranceLevel.SelfAsserted;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        var journey = await current.RequireAsync();
        NationalId = personalData.NationalIdOf(journey)?.Grouped;
        Level = await db.Members.Where(member => member.Id == journey.MemberId).Select(member => member.Level).SingleAsync();
    }
}
