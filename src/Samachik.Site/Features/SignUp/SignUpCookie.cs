using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>Which journey this browser is on: a protected random id, nothing else.</summary>
public sealed class SignUpCookie(IDataProtectionProvider protection, SiteSettings settings)
{
    private readonly IDataProtector protector = protection.CreateProtector("samachik.sign-up-journey");

    private string Name => settings.CookieName("sign-up");

    /// <summary>Whether the browser brought any such cookie, good or not.</summary>
    public bool IsBrought(HttpContext context) => context.Request.Cookies.ContainsKey(Name);

    /// <summary>The journey's id; null when there is no cookie or it is not ours.</summary>
    public Guid? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 1000 } value) return null;
        try
        {
            return Guid.TryParse(protector.Unprotect(value), out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Puts the browser on a journey.</summary>
    public void Write(HttpContext context, Guid journey) =>
        context.Response.Cookies.Append(Name, protector.Protect(journey.ToString("D")), Cookies.Strict(settings));

    /// <summary>Takes the browser off its journey.</summary>
    public void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Cookies.Strict(settings));
}
