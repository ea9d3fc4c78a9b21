using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>The sign-in of this request's browser, loaded once.</summary>
public sealed class CurrentSignIn(
    MemberJourneys journeys, AgreementTexts agreements, MembersDb db, SiteSettings settings, TimeProvider time)
{
    private SignInUnderWay? found;

    /// <summary>The session that this very request began and saved.</summary>
    public Guid? SessionBegun { get; set; }

    /// <summary>
    /// The living sign-in; null when there is none, or what it rests on is no more: its password was changed since, or
    /// its account is closed.
    /// </summary>
    public async Task<SignInUnderWay?> FindAsync()
    {
        if (found is not null) return found;
        if (await journeys.FindAsync(MemberJourneyKind.SignIn) is not { MemberId: { } id } journey) return null;
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == id && row.ClosedAt == null);
        if (member is null || settings.Closing.IsOver(member.ClosingAt, time.GetUtcNow())) return null;
        return member.PasswordChangedAt == journey.PasswordAsOf ? found = await StandAsync(journey, member) : null;
    }

    /// <summary>The living sign-in of a page that [AtSignInStep] guards.</summary>
    public async Task<SignInUnderWay> RequireAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("The page is not guarded by [AtSignInStep].");

    /// <summary>Whether the browser was on a sign-in that is no more.</summary>
    public async Task<bool> HasExpiredAsync() => await FindAsync() is null
        && (await journeys.FindAsync(MemberJourneyKind.SignIn) is not null || await journeys.HasExpiredAsync(MemberJourneyKind.SignIn));

    /// <summary>Loads it anew, after a save that did not come through.</summary>
    public async Task<SignInUnderWay?> ReloadAsync()
    {
        found = null;
        await journeys.ReloadAsync(MemberJourneyKind.SignIn);
        return await FindAsync();
    }

    /// <summary>Drops what was loaded or begun here.</summary>
    public void Forget() => found = null;

    /// <summary>Begins a sign-in of a member whose password was right, to be saved by the caller.</summary>
    public async Task<SignInUnderWay> BeginAsync(MemberRow member, string? returnUrl, bool sendsCode) =>
        found = await StandAsync(journeys.Begin(MemberJourneyKind.SignIn, member, null, returnUrl, sendsCode), member);

    private async Task<SignInUnderWay> StandAsync(MemberJourneyRow journey, MemberRow member)
    {
        var accepted = await db.Acceptances.Where(row => row.MemberId == member.Id)
            .Select(row => new { row.Document, row.Version }).ToListAsync();
        var owed = Enum.GetValues<AgreementDocument>().Where(document => !accepted.Any(row =>
            row.Document == document && row.Version == agreements.Current(document, Languages.Current).Agreement.Version));
        return new(journey, member, [.. owed], time.GetUtcNow());
    }
}
