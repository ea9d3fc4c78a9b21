using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Samachik.Rules.Members;

namespace Samachik.Site.Features.SignIn;

/// <summary>Lets a request through only where its sign-in stands; any other is led there, or to the beginning.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtSignInStepAttribute(SignInStep step) : Attribute, IAsyncPageFilter
{
    /// <summary>The step that the page is.</summary>
    public SignInStep Step { get; } = step;

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var services = context.HttpContext.RequestServices;
        var under = await services.GetRequiredService<CurrentSignIn>().FindAsync();
        if (under?.Step == Step)
        {
            await next();
            return;
        }

        // A form sent a second time, whose first answer the browser dropped; a link gives nobody a session.
        var isSecondPress = under?.Step == SignInStep.Done && HttpMethods.IsPost(context.HttpContext.Request.Method);
        context.Result = isSecondPress
            ? await services.GetRequiredService<EndSignIn>().LeadOnAsync(context.HttpContext)
            : new LocalRedirectResult(await PathAsync(services, under));
    }

    private static async Task<string> PathAsync(IServiceProvider services, SignInUnderWay? under) =>
        under is not null ? SignInPaths.Of(under.Step)
        : await services.GetRequiredService<CurrentSignIn>().HasExpiredAsync() ? SignInPaths.Expired : SignInPaths.Start;
}
