using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Members;

namespace Samachik.Site.Features.SignIn;

/// <summary>The member may not sign in for a while: why, until when, and how to appeal.</summary>
[AllowAnonymous]
[ForStrangers]
[AtSignInStep(SignInStep.Suspended)]
public sealed class SuspendedModel(CurrentSignIn current) : PageModel
{
    /// <summary>The suspension that holds.</summary>
    public Suspension? Suspension { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Suspension = (await current.RequireAsync()).Member.Suspension;
}
