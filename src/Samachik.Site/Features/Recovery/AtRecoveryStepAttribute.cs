using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Samachik.Rules.Recovery;

namespace Samachik.Site.Features.Recovery;

/// <summary>Lets a request through only when its recovery stands at this step: else to where it stands.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtRecoveryStepAttribute(RecoveryStep step) : Attribute, IAsyncPageFilter
{
    /// <summary>The step that the page is.</summary>
    public RecoveryStep Step { get; } = step;

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentRecovery>();
        var at = await current.StepAsync();
        if (at == Step)
        {
            await next();
            return;
        }

        var wasOnOne = await current.FindAsync() is not null || await current.HasExpiredAsync();
        context.Result = new LocalRedirectResult(at is { } other ? RecoveryPaths.Of(other) : wasOnOne ? RecoveryPaths.StartAgain : "/recovery");
    }
}
