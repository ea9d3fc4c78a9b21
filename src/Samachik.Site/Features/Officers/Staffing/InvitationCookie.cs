using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>
/// Carries an invitation from the act to the page that shows it once: protected, for this session and a few minutes.
/// So the link stands in no address and no table, and a page that is loaded again invites nobody twice.
/// </summary>
public sealed class InvitationCookie(IDataProtectionProvider protection, CurrentOfficer current, SiteSettings settings, TimeProvider time)
{
    private const string Name = "invited";
    private const int Longest = 3000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private IDataProtector Protector => protection.CreateProtector("samachik.invited", current.SessionId.ToString("D"));

    /// <summary>Puts it aside.</summary>
    public void Write(HttpContext context, Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(invitation);
        string[] parts = [invitation.Number.Digits, Text(invitation.Until), Text(time.GetUtcNow() + Life), invitation.Link.AbsoluteUri];
        context.Response.Cookies.Append(settings.CookieName(Name), Protector.Protect(string.Join(' ', parts)), Cookies.Strict(settings, Life));
    }

    /// <summary>Takes it out; null when there is none, or it was taken before.</summary>
    public Invitation? Take(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[settings.CookieName(Name)] is not { Length: > 0 and < Longest } value) return null;
        context.Response.Cookies.Delete(settings.CookieName(Name), Cookies.Strict(settings));
        return Protector.Open(value)?.Split(' ') is [var digits, var until, var life, var link] && OfficerNumber.TryParse(digits, out var number)
            && Instant(life) > time.GetUtcNow() ? new(number, new Uri(link), Instant(until)) : null;
    }

    private static string Text(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
}
