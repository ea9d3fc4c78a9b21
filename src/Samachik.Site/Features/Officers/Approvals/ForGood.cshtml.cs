using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>A suspension without an end.</summary>
[Needs(Permission.SuspendForGood)]
public sealed class ForGoodModel(FindPersonInHand find, ActMessages messages, ProposeForPerson propose) : ActPage(find, messages)
{
    /// <summary>The conduct rule, 1 to 10; 0: another reason.</summary>
    [BindProperty]
    public int Rule { get; set; }

    /// <summary>Proposes it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(
        HelpAct.Propose, (person, facts) => propose.SuspensionAsync(person, Rule == 0 ? null : Rule, facts), isOffered: Rule is >= 0 and <= 10);
}
