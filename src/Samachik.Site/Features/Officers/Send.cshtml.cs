using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>A fresh code, by a gateway of the officer's choice.</summary>
[Needs(Permission.SendCodes)]
public sealed class SendModel(FindPersonInHand find, ActMessages messages, HelpPerson help, SiteSettings settings) : ActPage(find, messages)
{
    /// <summary>The gateway; empty: the usual one.</summary>
    [BindProperty]
    public string? Gateway { get; set; }

    /// <summary>The gateways of the settings.</summary>
    public IReadOnlyList<string> Gateways => settings.Sms.Gateways;

    /// <summary>Sends it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync()
    {
        var chosen = string.IsNullOrEmpty(Gateway) ? null : Gateway;
        return DoAsync(HelpAct.Send, (person, reason) => help.SendAsync(person, chosen, reason), isOffered: chosen is null || Gateways.Contains(chosen));
    }
}
