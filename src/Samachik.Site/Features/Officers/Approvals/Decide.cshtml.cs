using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>What is proposed about a person: a second officer approves or declines, who proposed it takes it back.</summary>
[Needs(Permission.ApproveRecovery)]
public sealed class DecideModel(
    FindPersonInHand find, ActMessages messages, ReadProposals read, DecideProposal decide, IStringLocalizer<ApprovalTexts> texts) : ActPage(find, messages)
{
    /// <summary>Which proposal.</summary>
    [BindProperty]
    public Guid Proposal { get; set; }

    /// <summary>What was done a moment ago.</summary>
    public bool IsProposedNow => Request.Query.ContainsKey("done");

    /// <summary>What waits about the person.</summary>
    public IReadOnlyList<ShownProposal> Proposals { get; private set; } = [];

    /// <inheritdoc/>
    public override async Task<IActionResult> OnGetAsync()
    {
        var page = await base.OnGetAsync();
        if (Person is not null) Proposals = await read.OfAsync(Id);
        return page;
    }

    /// <summary>Approves.</summary>
    public Task<IActionResult> OnPostAsync() => OnPostAsync(HelpAct.Approve, decide.ApproveAsync);

    /// <summary>Declines.</summary>
    public Task<IActionResult> OnPostDeclineAsync() => OnPostAsync(HelpAct.Decline, decide.DeclineAsync);

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync() => OnPostAsync(HelpAct.Withdraw, decide.WithdrawAsync);

    private Task<IActionResult> OnPostAsync(HelpAct done, Func<PersonInHand, Guid, ActReason, Task<DecideVerdict>> act) => DoAsync(done, async (person, reason) =>
    {
        var verdict = await act(person, Proposal, reason);
        if (verdict == DecideVerdict.May) return HelpVerdict.Done;
        ModelState.AddModelError(nameof(Reason), texts[$"DecideVerdict.{verdict}"]);
        return HelpVerdict.Told;
    });
}
