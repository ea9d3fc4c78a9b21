using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignUp;

/// <summary>The finished page: the account's level, what it allows, how to climb.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Done)]
public sealed class DoneModel(CurrentSignUp current, PersonalData personalData) : PageModel
{
    /// <summary>The number that the member signs in with.</summary>
    public string? NationalId { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => NationalId = personalData.NationalIdOf(await current.RequireAsync())?.Grouped;
}
