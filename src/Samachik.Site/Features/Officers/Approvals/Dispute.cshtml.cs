using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>"Somebody signed up with my number": the number goes to the person whose card is in hand.</summary>
[Needs(Permission.OpenDisputes)]
public sealed class DisputeModel(FindPersonInHand find, ActMessages messages, ReadCard read, ProposeForPerson propose) : ActPage(find, messages)
{
    /// <summary>The card.</summary>
    [BindProperty]
    public CardForm Card { get; set; } = new();

    /// <summary>The phone that the person will sign up with, as typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Proposes it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Propose, person =>
    {
        var (card, phone) = (read.Card(Card, person, comparesData: false, ModelState), read.Phone(Phone, nameof(Phone), ModelState));
        return card is null || phone is null ? null : reason => propose.DisputeAsync(person, phone, card, reason);
    });
}
