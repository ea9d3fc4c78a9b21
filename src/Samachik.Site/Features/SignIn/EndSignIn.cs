using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>Leads a person on to where their sign-in stands, signed in where it has ended well.</summary>
public sealed class EndSignIn(
    CurrentSignIn current, MemberSessions sessions, KnownBrowsers browsers, MemberJourneys journeys, MembersDb db, TimeProvider time)
{
    /// <summary>
    /// Gives the browser what the sign-in's last save began. A second press of the button gets the same session, as long
    /// as it lives, for the browser may have dropped the first answer.
    /// </summary>
    public async Task<IActionResult> LeadOnAsync(HttpContext context)
    {
        if (await current.FindAsync() is not { } under) return new LocalRedirectResult(SignInPaths.Expired);
        if (under.Step != SignInStep.Done) return new LocalRedirectResult(SignInPaths.Of(under.Step));
        journeys.Leave(MemberJourneyKind.SignIn);
        if (under.Journey.SessionId is not { } session || !await LivesAsync(session, under.Member.Id))
            return new LocalRedirectResult(SignInPaths.Start);
        await sessions.GiveCookieAsync(context, session);
        if (await RememberedAsync(under.Journey, under.Member.Id) is { } browser) browsers.GiveCookie(browser);
        return new LocalRedirectResult(under.Journey.ReturnUrl ?? SignInPaths.Account);
    }

    // What this very request began lives.
    private async Task<bool> LivesAsync(Guid session, Guid member) => session == current.SessionBegun
        || await sessions.Living(db, member, time.GetUtcNow()).AnyAsync(row => row.Id == session);

    // The row that the same save wrote.
    private async Task<Guid?> RememberedAsync(MemberJourneyRow journey, Guid member) => !journey.RemembersBrowser ? null
        : (await db.KnownBrowsers.AsNoTracking().FirstOrDefaultAsync(row =>
            row.MemberId == member && row.LastUsedAt == journey.FinishedAt))?.BrowserId;
}
