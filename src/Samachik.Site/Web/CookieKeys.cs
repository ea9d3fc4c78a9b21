using Microsoft.AspNetCore.DataProtection;

namespace Samachik.Site.Web;

/// <summary>
/// The keys that cookies and forms are sealed with. They are read once before they are needed: while the database does not
/// give them, a good cookie or form would be taken for a forged one.
/// </summary>
public sealed class CookieKeys(IDataProtectionProvider protection)
{
    private volatile bool areRead;

    /// <summary>Reads them, if they have not been read; once read they are kept, and looked for anew by themselves.</summary>
    /// <exception cref="Exception">The database does not give them; what is inside tells an outage.</exception>
    public void Require()
    {
        if (areRead) return;
        protection.CreateProtector("samachik.start").Protect([]);
        areRead = true;
    }

    /// <summary>Goes on with a request that brought a cookie or a form only when it can be opened: else it is an outage's.</summary>
    public Task BeforeUseAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Request.Cookies.Count > 0 || HttpMethods.IsPost(context.Request.Method)) Require();
        return next(context);
    }
}
