using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Which officers looked at the member's data, and when.</summary>
[Authorize]
public sealed class WhoLookedModel(ReadActivity activity, IStringLocalizer<MyAccountTexts> texts) : PageModel
{
    /// <summary>Only looks before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>What is shown.</summary>
    public ActivityPage Shown { get; private set; } = new([], null);

    /// <summary>The words of the trail, a field and a reason, as the member is told them.</summary>
    public string Told(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Split(' ') switch
        {
            [var why] when Named<LookReason>(why) is { } reason => texts[$"LookReason.{reason}"],
            [var what, var why] when (Named<PersonField>(what), Named<LookReason>(why)) is ({ } field, { } reason) =>
                $"{texts[$"PersonField.{field}"].Value} – {texts[$"LookReason.{reason}"].Value}",
            _ => words,
        };
    }

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync() => Shown = await activity.PageAsync(Before, looksOnly: true);

    // A number is no name, though it parses.
    private static T? Named<T>(string word)
        where T : struct, Enum => Enum.GetNames<T>().Contains(word) ? Enum.Parse<T>(word) : null;
}
