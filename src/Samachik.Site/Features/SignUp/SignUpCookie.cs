using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>Which sign-up this browser is on.</summary>
public sealed class SignUpCookie(JourneyCookies cookies)
{
    private const string Name = "sign-up";

    /// <summary>Whether the browser brought any such cookie, good or not.</summary>
    public bool IsBrought(HttpContext context) => cookies.IsBrought(context, Name);

    /// <summary>The journey's id; null when there is no cookie or it is not ours.</summary>
    public Guid? Read(HttpContext context) => cookies.Read(context, Name);

    /// <summary>Puts the browser on a journey.</summary>
    public void Write(HttpContext context, Guid journey) => cookies.Write(context, Name, journey);

    /// <summary>Takes the browser off its journey.</summary>
    public void Remove(HttpContext context) => cookies.Remove(context, Name);
}
