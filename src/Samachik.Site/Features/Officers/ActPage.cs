using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;

namespace Samachik.Site.Features.Officers;

/// <summary>What every page has on which an officer acts on a person: on whom, why, and where it leads.</summary>
public abstract class ActPage(FindPersonInHand find, ActMessages messages) : PageModel
{
    /// <summary>Which account or sign-up.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Why, in the officer's words.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The person, masked.</summary>
    public PersonInHand? Person { get; private set; }

    /// <summary>Shows the form to who said why they look.</summary>
    public virtual async Task<IActionResult> OnGetAsync()
    {
        Person = await find.FindAsync(Id);
        return Person is null ? LocalRedirect("/officers?why") : Page();
    }

    /// <summary>Acts and leads back to the person; else shows the page again with what is wrong.</summary>
    /// <param name="done">What the person's page is to say.</param>
    /// <param name="act">The act.</param>
    /// <param name="isOffered">Whether all that was chosen is among what the form offers.</param>
    protected Task<IActionResult> DoAsync(HelpAct done, Func<PersonInHand, ActReason, Task<HelpVerdict>> act, bool isOffered = true) =>
        DoAsync(done, person => reason => act(person, reason), isOffered);

    /// <summary>The same of a form with fields beside the reason; what is wrong with any of them is told together.</summary>
    /// <param name="done">What the person's page is to say.</param>
    /// <param name="read">Reads the fields and gives the act; null when something was told at one of them.</param>
    /// <param name="isOffered">Whether all that was chosen is among what the form offers.</param>
    protected async Task<IActionResult> DoAsync(
        HelpAct done, Func<PersonInHand, Func<ActReason, Task<HelpVerdict>>?> read, bool isOffered = true)
    {
        ArgumentNullException.ThrowIfNull(read);
        var form = await OnGetAsync();
        if (Person is null) return form;
        if (!isOffered) return BadRequest();
        var act = read(Person);
        if (messages.Read(Reason, nameof(Reason), ModelState) is not { } reason || act is null || !ModelState.IsValid) return form;
        return messages.IsDone(await act(reason), nameof(Reason), ModelState)
            ? LocalRedirect($"/officers/people/{Id:D}{(done == HelpAct.Propose ? "/approval" : "")}?done={done}") : await OnGetAsync();
    }
}
