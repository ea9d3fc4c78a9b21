using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Sets a person's limits back.</summary>
[Needs(Permission.LiftLimits)]
public sealed class LiftModel(FindPersonInHand find, ActMessages messages, HelpPerson help) : ActPage(find, messages)
{
    /// <summary>Sets them back, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Lift, help.LiftAsync);
}
