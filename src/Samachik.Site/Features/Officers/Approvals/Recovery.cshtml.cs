using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>A recovery for who lost the phone; of a proven account with the card in hand.</summary>
[Needs(Permission.OpenRecovery)]
public sealed class RecoveryModel(FindPersonInHand find, ActMessages messages, ReadCard read, ProposeForPerson propose) : ActPage(find, messages)
{
    /// <summary>The card, of a proven account.</summary>
    [BindProperty]
    public CardForm Card { get; set; } = new();

    /// <summary>The new phone, as typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Whether a card has to be seen.</summary>
    public bool NeedsCard => Person?.Member?.Level == AssuranceLevel.Proofed;

    /// <summary>Proposes it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Propose, person =>
    {
        var card = NeedsCard ? read.Card(Card, person, comparesData: true, ModelState) : null;
        return read.Phone(Phone, nameof(Phone), ModelState) is { } phone ? reason => propose.RecoveryAsync(person, phone, card, reason) : null;
    });
}
