using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>A suspension for a time, or the end of one.</summary>
[Needs(Permission.Suspend)]
public sealed class SuspendModel(FindPersonInHand find, ActMessages messages, SuspendMember suspend, TimeProvider time) : ActPage(find, messages)
{
    /// <summary>For how many hours.</summary>
    [BindProperty]
    public int Hours { get; set; }

    /// <summary>The conduct rule, 1 to 10; 0: another reason.</summary>
    [BindProperty]
    public int Rule { get; set; }

    /// <summary>Whether it is a suspension that holds, which can only be lifted.</summary>
    public bool Holds => Person?.Member?.Suspension?.Holds(time.GetUtcNow()) == true;

    /// <summary>Suspends, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(
        HelpAct.Suspend, (person, facts) => suspend.SuspendAsync(person, Hours, Rule == 0 ? null : Rule, facts),
        isOffered: SuspendMember.Hours.Contains(Hours) && Rule is >= 0 and <= 10);

    /// <summary>Lifts it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostLiftAsync() => DoAsync(HelpAct.Unsuspend, suspend.LiftAsync);
}
