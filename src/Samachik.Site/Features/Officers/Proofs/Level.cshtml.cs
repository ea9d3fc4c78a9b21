using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Approvals;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Proofs;

/// <summary>Level 3, with the card in hand.</summary>
[Needs(Permission.RaiseLevel)]
public sealed class LevelModel(FindPersonInHand find, ActMessages messages, ReadCard read, RaiseLevel raise) : ActPage(find, messages)
{
    /// <summary>The card.</summary>
    [BindProperty]
    public CardForm Card { get; set; } = new();

    /// <summary>The phone on file, as the person tells it.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Raises it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Level, person =>
    {
        var (card, phone) = (read.Card(Card, person, comparesData: true, ModelState), read.Phone(Phone, nameof(Phone), ModelState));
        return card is null || phone is null ? null : reason => raise.RaiseAsync(person, card, phone, reason);
    });
}
