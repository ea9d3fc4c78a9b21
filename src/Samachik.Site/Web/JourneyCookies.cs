using Microsoft.AspNetCore.DataProtection;
using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>Which journey, or which known browser, this browser is: a protected random id under a name, nothing else.</summary>
public sealed class JourneyCookies(IDataProtectionProvider protection, SiteSettings settings)
{
    /// <summary>Whether the browser brought any such cookie, good or not.</summary>
    public bool IsBrought(HttpContext context, string name) => context.Request.Cookies.ContainsKey(settings.CookieName(name));

    /// <summary>The id; null when there is no cookie or it is not ours.</summary>
    public Guid? Read(HttpContext context, string name)
    {
        return context.Request.Cookies[settings.CookieName(name)] is { Length: > 0 and < 1000 } value && Guid.TryParse(Protector(name).Open(value), out var id)
            ? id : null;
    }

    /// <summary>Gives the browser the id; without a life the cookie ends with the browser.</summary>
    public void Write(HttpContext context, string name, Guid id, TimeSpan? life = null) =>
        context.Response.Cookies.Append(settings.CookieName(name), Protector(name).Protect(id.ToString("D")), Cookies.Strict(settings, life));

    /// <summary>Takes it away.</summary>
    public void Remove(HttpContext context, string name) =>
        context.Response.Cookies.Delete(settings.CookieName(name), Cookies.Strict(settings));

    // A cookie of one name does not open under another.
    private IDataProtector Protector(string name) => protection.CreateProtector($"samachik.{name}-journey");
}
