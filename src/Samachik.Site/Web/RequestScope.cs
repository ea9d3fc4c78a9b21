namespace Samachik.Site.Web;

/// <summary>
/// Gives every log line of a request its id, and no address: the word of a link "this was not me" stands in one. The
/// framework's own scope, which tells the path too, is off in appsettings.json.
/// </summary>
public static class RequestScope
{
    private static readonly Func<ILogger, string, IDisposable?> Begin = LoggerMessage.DefineScope<string>("RequestId:{RequestId}");

    /// <summary>Puts all that follows into the scope.</summary>
    public static void UseRequestScope(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Samachik.Site.Web.RequestScope");
        app.Use(async (context, next) =>
        {
            using (Begin(log, context.TraceIdentifier)) await next(context);
        });
    }
}
