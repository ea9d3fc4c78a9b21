using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Recovery;

/// <summary>A recovery that has to wait: until when, how it is called off, and how it goes on.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.Waiting)]
public sealed class WaitingModel(CurrentRecovery current, TimeProvider time) : PageModel
{
    /// <summary>The wait; null when it was called off, or is over.</summary>
    public RecoveryWaitRow? Wait { get; private set; }

    /// <summary>Whether a new code leads on from now on.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        var (member, now) = (await current.RequireMemberAsync(), time.GetUtcNow());
        Wait = await current.WaitAsync(member.Id) is { } wait && now < wait.EndsAt ? wait : null;
        IsReady = now >= Wait?.ReadyAt && Wait is { IsByOfficers: false };
    }
}
