using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Proofs;

/// <summary>A raising of level that was drawn for a second look.</summary>
[Needs(Permission.CheckProofs)]
public sealed class CheckModel(FindPersonInHand find, ActMessages messages, CheckProof check) : ActPage(find, messages)
{
    /// <summary>Which raising.</summary>
    [BindProperty]
    public Guid Proof { get; set; }

    /// <summary>What is to be looked over; null when nothing waits.</summary>
    public ShownProof? Shown { get; private set; }

    /// <inheritdoc/>
    public override async Task<IActionResult> OnGetAsync()
    {
        var page = await base.OnGetAsync();
        if (Person is not null) Shown = await check.OfAsync(Id);
        return page;
    }

    /// <summary>Finds it in order.</summary>
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(HelpAct.ProofInOrder, (person, reason) => check.CheckAsync(person, Proof, isInOrder: true, reason));

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostTakeBackAsync() =>
        DoAsync(HelpAct.ProofTakenBack, (person, reason) => check.CheckAsync(person, Proof, isInOrder: false, reason));
}
