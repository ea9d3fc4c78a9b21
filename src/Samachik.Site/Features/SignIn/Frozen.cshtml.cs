using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Members;

namespace Samachik.Site.Features.SignIn;

/// <summary>Somebody said "this was not me": what that means, and the way back in.</summary>
[AllowAnonymous]
[ForStrangers]
[AtSignInStep(SignInStep.Frozen)]
public sealed class FrozenModel : PageModel;
