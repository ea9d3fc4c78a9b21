using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Samachik.Site.Web;

/// <summary>
/// What a trace tells of a request: its method, the route that it took (the pattern, never the address), its status, and
/// the id that the log and the error page have too.
/// </summary>
public static class RequestSpan
{
    /// <summary>One of the methods that the site answers, or <c>_OTHER</c>.</summary>
    public const string Method = "http.request.method";

    /// <summary>The route's pattern.</summary>
    public const string Route = "http.route";

    /// <summary>The answer's status.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The request's id.</summary>
    public const string Id = "samachik.request.id";

    // A balancer asks every few seconds, and a file is a file.
    private static readonly string[] NotTraced = ["/health", "/assets"];

    /// <summary>The id of the request that an activity belongs to.</summary>
    public static string? IdOf(Activity? activity)
    {
        for (; activity is not null; activity = activity.Parent)
            if (activity.GetTagItem(Id) is string id) return id;
        return null;
    }

    /// <summary>Tells all but the route; the first of everything.</summary>
    public static void UseRequestSpan(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Of(context) is not { } span)
        {
            await next(context);
            return;
        }

        if (NotTraced.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        span.SetTag(Id, context.TraceIdentifier);
        span.SetTag(Method, KnownMethods.IsAnswered(context.Request.Method) ? context.Request.Method : "_OTHER");
        await next(context);
        span.SetTag(Status, context.Response.StatusCode);
        if (context.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
    });

    /// <summary>Tells the route; right after it was chosen. The way to an error page is not the one that was taken.</summary>
    public static void UseRouteOfSpan(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!ErrorPages.IsSecondPass(context) && context.GetEndpoint() is RouteEndpoint endpoint) Of(context)?.SetTag(Route, endpoint.RoutePattern.RawText);
        return next(context);
    });

    private static Activity? Of(HttpContext context) => context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span ? span : null;
}
