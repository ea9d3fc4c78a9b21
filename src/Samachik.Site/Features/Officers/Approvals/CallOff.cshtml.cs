using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>The end of a recovery that waits.</summary>
[Needs(Permission.OpenRecovery)]
public sealed class CallOffModel(FindPersonInHand find, ActMessages messages, CallOffRecovery callOff) : ActPage(find, messages)
{
    /// <summary>Calls it off, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.CallOff, callOff.CallOffAsync);
}
