using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Samachik.Site.Features.SignIn;

/// <summary>Who is signed in has no business on the page and is led to my account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForStrangersAttribute : Attribute, IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!IsSignedIn(context.HttpContext)) return next();
        context.Result = new LocalRedirectResult(SignInPaths.Account);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A form of before the sign-in, sent from another tab or a second time, no longer holds: the person is signed in
    /// and is shown that instead of an error. Nothing is done with what was sent.
    /// </summary>
    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Result is IAntiforgeryValidationFailedResult && IsSignedIn(context.HttpContext))
            context.Result = new LocalRedirectResult(SignInPaths.Account);
        return next();
    }

    private static bool IsSignedIn(HttpContext context) => context.User.Identity?.IsAuthenticated == true;
}
