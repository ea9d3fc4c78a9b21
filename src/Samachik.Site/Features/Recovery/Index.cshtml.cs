using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.Recovery;

/// <summary>The way back to an account, which leads over the office.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
