using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Recovery;

namespace Samachik.Site.Features.Recovery;

/// <summary>The code was right, and is not enough: an officer has to see who it is.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.Officer)]
public sealed class OfficerModel : PageModel;
