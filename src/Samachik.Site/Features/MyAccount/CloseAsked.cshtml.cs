using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Says what happens after the closing was asked for. The reader is signed out by then, so it tells nothing of anybody.</summary>
[AllowAnonymous]
public sealed class CloseAskedModel : PageModel;
