using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>One request: its facts, its lines, and the answer.</summary>
[Needs(Permission.AnswerDataRequests)]
public sealed class RequestModel(ReadDataRequests read, WorkDataRequest work, RequestMessages messages) : PageModel
{
    /// <summary>Which request.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>A line for the case file.</summary>
    [BindProperty]
    public string? Line { get; set; }

    /// <summary>How it is answered.</summary>
    [BindProperty]
    public DataRequestOutcome Outcome { get; set; }

    /// <summary>The answer.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What was done a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public RequestAct? Done { get; set; }

    /// <summary>The request; null when there is none such.</summary>
    public RequestView? Shown { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => (Shown = await read.FindAsync(Id)) is null ? NotFound() : Page();

    /// <summary>Takes it on.</summary>
    public async Task<IActionResult> OnPostTakeAsync() => await ReplyAsync(await work.TakeAsync(Id), RequestAct.Taken);

    /// <summary>Writes a line.</summary>
    public async Task<IActionResult> OnPostWriteAsync() => messages.Read(Line, nameof(Line), ModelState) is { } line
        ? await ReplyAsync(await work.WriteAsync(Id, line), RequestAct.Written) : await OnGetAsync();

    /// <summary>Answers it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync() => !Enum.IsDefined(Outcome) ? BadRequest()
        : messages.Read(Answer, nameof(Answer), ModelState) is { } answer
            ? await ReplyAsync(await work.AnswerAsync(Id, Outcome, answer), RequestAct.Answered) : await OnGetAsync();

    private async Task<IActionResult> ReplyAsync(DataRequestVerdict verdict, RequestAct done) =>
        messages.IsDone(verdict, ModelState) ? LocalRedirect($"/officers/requests/{Id:D}?done={done}") : await OnGetAsync();
}
