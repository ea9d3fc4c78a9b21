using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Web;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>The part of a code page that tells where the SMS is.</summary>
/// <param name="Told">What is told.</param>
/// <param name="CorrectPath">Where a wrong number is corrected; null: not offered.</param>
public sealed record DeliveryNote(DeliveryTold Told, string? CorrectPath)
{
    /// <summary>The state as scripts and styles read it.</summary>
    public string Word => Told.State switch
    {
        CodeDelivery.OnTheWay => "on-the-way",
        CodeDelivery.Delivered => "delivered",
        CodeDelivery.Failed => "failed",
        CodeDelivery.Delayed => "delayed",
    };
}

/// <summary>
/// Answers <c>GET ?handler=Delivery</c> of a code page with that part of it alone, for its script to ask again and
/// again; 204 when there is no code to tell of any more. Who may see the page is decided as for the page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TellsDeliveryAttribute(string? correctPath = null) : Attribute, IAsyncPageFilter
{
    /// <summary>The path of the part.</summary>
    public const string Partial = "/Features/PhoneCodes/_CodeDelivery.cshtml";

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var executed = await next();
        if (!RepeatedQuestions.IsOne(context.HttpContext.Request) || executed.Result is not (null or PageResult)) return;
        var shown = context.HttpContext.RequestServices.GetRequiredService<CodePageStates>().Shown;
        executed.Result = shown.Delivery is { } told && executed.HandlerInstance is PageModel page
            ? new PartialViewResult { ViewName = Partial, ViewData = new ViewDataDictionary<DeliveryNote>(page.ViewData, new DeliveryNote(told, correctPath)) }
            : new NoContentResult();
    }
}
