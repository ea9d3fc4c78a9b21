using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>A line for the case file, that ties calls together.</summary>
[Needs(Permission.WriteNotes)]
public sealed class NoteModel(FindPersonInHand find, ActMessages messages, HelpPerson help) : ActPage(find, messages)
{
    /// <summary>Writes it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Note, help.WriteAsync);
}
