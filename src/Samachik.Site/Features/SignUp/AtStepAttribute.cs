using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Features.SignUp;

/// <summary>Lets a request through only when its journey allows the step: else to the furthest step that is allowed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtStepAttribute(SignUpStep step) : Attribute, IAsyncPageFilter
{
    /// <summary>The step that the page is.</summary>
    public SignUpStep Step { get; } = step;

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentSignUp>();
        var journey = await current.FindAsync();
        var allowed = journey?.Facts.Allows(Step) ?? Step == SignUpStep.Agreement;
        if (allowed)
        {
            await next();
            return;
        }

        var path = SignUpPaths.Of(journey?.Facts.Furthest ?? SignUpStep.Agreement);
        context.Result = new LocalRedirectResult(current.HasExpired ? $"{path}?expired=true" : path);
    }
}
