using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>
/// The stamp of a form that sends a code: made for one page, one browser and, where there is one, one journey; good for
/// two hours and one sending. A copied request sends nothing.
/// </summary>
public sealed class FormStamps(
    IDataProtectionProvider protection, IAntiforgery antiforgery, Counters counters, SiteSettings settings, TimeProvider time,
    IHttpContextAccessor accessor)
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "FormStamp";

    private const int IdLength = 16, DigestLength = 32, Length = IdLength + IdLength + sizeof(long) + DigestLength;
    private const int LongestText = 1000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The random id of the stamp that this request brought; null when it brought none that is ours and alive.</summary>
    public Guid? Given => Read()?.Id;

    /// <summary>The stamp as it was sent; empty when there was none.</summary>
    public string Text => Context.Request.HasFormContentType ? Context.Request.Form[Field].ToString() : "";

    /// <summary>A new stamp for a form of the page at hand.</summary>
    public string Make(Guid? journey)
    {
        var content = new byte[Length];
        RandomNumberGenerator.Fill(content.AsSpan(0, IdLength));
        (journey ?? Guid.Empty).TryWriteBytes(content.AsSpan(IdLength));
        BitConverter.TryWriteBytes(content.AsSpan(2 * IdLength), time.GetUtcNow().ToUnixTimeMilliseconds());
        var token = antiforgery.GetAndStoreTokens(Context).CookieToken ?? Context.Request.Cookies[settings.CookieName("form")];
        SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""), content.AsSpan(Length - DigestLength));
        return Base64Url.EncodeToString(Protector().Protect(content));
    }

    /// <summary>Uses up the stamp of this request, in the caller's transaction; whether it was good, and not used before.</summary>
    public async Task<bool> TakeAsync(Guid journey, DateTimeOffset now) =>
        Read() is { } stamp && (stamp.Journey == Guid.Empty || stamp.Journey == journey)
        && await counters.TryTakeAsync("form-stamp", stamp.Id.ToByteArray(), 1, Life, now);

    private (Guid Id, Guid Journey)? Read()
    {
        if (Text is not { Length: > 0 and < LongestText } text || !Base64Url.IsValid(text)) return null;
        try
        {
            var content = Protector().Unprotect(Base64Url.DecodeFromChars(text));
            if (content.Length != Length) return null;
            var issued = DateTimeOffset.FromUnixTimeMilliseconds(BitConverter.ToInt64(content, 2 * IdLength));
            var browser = SHA256.HashData(Encoding.UTF8.GetBytes(Context.Request.Cookies[settings.CookieName("form")] ?? ""));
            if (issued + Life <= time.GetUtcNow() || !browser.AsSpan().SequenceEqual(content.AsSpan(Length - DigestLength))) return null;
            return (new Guid(content.AsSpan(0, IdLength)), new Guid(content.AsSpan(IdLength, IdLength)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // A stamp of one page is worth nothing on another.
    private IDataProtector Protector() => protection.CreateProtector(
        "samachik.form-stamp", (Context.Request.Path.Value ?? "").TrimEnd('/').ToUpperInvariant());
}
