using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Recovery;

namespace Samachik.Site.Features.Recovery;

/// <summary>The end: the new password is set, and is to be used.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.Done)]
public sealed class DoneModel : PageModel;
