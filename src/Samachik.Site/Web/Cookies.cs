using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>The one shape of our own cookies: this host only, this site only, out of reach of scripts.</summary>
public static class Cookies
{
    /// <summary>Options for a cookie; without a life it ends with the browser.</summary>
    public static CookieOptions Strict(SiteSettings settings, TimeSpan? life = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new CookieOptions
        {
            HttpOnly = true,
            Secure = settings.SecureCookies,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = life,
            IsEssential = true,
        };
    }
}
