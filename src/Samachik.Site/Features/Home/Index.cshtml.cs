using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.Home;

/// <summary>Explains the service to a newcomer and leads to the sign-up.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
