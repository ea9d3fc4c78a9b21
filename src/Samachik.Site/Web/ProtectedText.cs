using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Samachik.Site.Web;

/// <summary>Opens what a browser brings back.</summary>
public static class ProtectedText
{
    /// <summary>The text; null when it is not ours, or was made for another purpose.</summary>
    public static string? Open(this IDataProtector protector, string text)
    {
        ArgumentNullException.ThrowIfNull(protector);
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
