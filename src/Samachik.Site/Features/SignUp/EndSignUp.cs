using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.SignUp;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>Leads a person whose journey has ended on, signed in where an account came of it.</summary>
public sealed class EndSignUp(CurrentSignUp current, MemberSessions sessions)
{
    /// <summary>
    /// Gives the browser the session that the journey's one save began. A second press of the button gets the same
    /// session, for the browser may have dropped the first answer.
    /// </summary>
    public async Task<IActionResult> LeadOnAsync(HttpContext context)
    {
        var journey = await current.FindAsync();
        if (journey is { MemberId: not null, SessionId: { } session }) await sessions.GiveCookieAsync(context, session);
        return new LocalRedirectResult(SignUpPaths.Of(journey?.Facts.Furthest ?? SignUpStep.Agreement));
    }
}
