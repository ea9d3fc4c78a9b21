using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Features.SignUp;

/// <summary>Lets a request through only when its journey allows the step: else to the furthest step that is allowed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtStepAttribute(SignUpStep step) : Attribute, IAsyncPageFilter, IAsyncAlwaysRunResultFilter
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

        // The code pressed twice: the browser may have dropped the first answer, and with it the session.
        if (journey?.MemberId is not null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = await context.HttpContext.RequestServices.GetRequiredService<EndSignUp>().LeadOnAsync(context.HttpContext);
            return;
        }

        var path = SignUpPaths.Of(journey?.Facts.Furthest ?? SignUpStep.Agreement);
        context.Result = new LocalRedirectResult(current.HasExpired ? $"{path}?expired=true" : path);
    }

    /// <summary>
    /// A form of before the sign-in, sent again from an old page, no longer holds; its journey has ended well, and the
    /// person is shown its end instead of an error. Nothing is done with what was sent.
    /// </summary>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            var journey = await context.HttpContext.RequestServices.GetRequiredService<CurrentSignUp>().FindAsync();
            if (journey?.Facts.Furthest is SignUpStep.Done or SignUpStep.Registered)
                context.Result = new LocalRedirectResult(SignUpPaths.Of(journey.Facts.Furthest));
        }

        await next();
    }
}
