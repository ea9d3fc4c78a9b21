using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// Lets a member through to a sensitive page only with a fresh proof that it is they; else asks for it first, and
/// leads back. A form that was open when the proof ran out is taken a while longer, so that nothing typed is lost.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshProofAttribute : Attribute, IAsyncPageFilter
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>A handler that needs no proof, because it only makes the account safer.</summary>
    public string? Except { get; init; }

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.HttpContext.Request;
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentMember>();
        var isExcepted = Except is not null && context.HandlerMethod?.Name == Except;
        if (isExcepted || current.IsFreshWithin(HttpMethods.IsPost(request.Method) ? Grace : TimeSpan.Zero))
        {
            await next();
            return;
        }

        context.Result = new LocalRedirectResult($"/account/proof?ReturnUrl={Uri.EscapeDataString(request.Path)}");
    }
}
