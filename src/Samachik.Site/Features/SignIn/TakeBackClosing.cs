using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignIn;

/// <summary>A member who asked to close the account, and signs in in time, keeps it.</summary>
public sealed class TakeBackClosing(AdvanceSignIn advance, MemberJourneys journeys, AuditTrail trail, MembersDb db)
{
    /// <summary>Takes the closing back, and brings the sign-in on.</summary>
    public Task TakeBackAsync() => advance.FromAsync(SignInStep.Returning, under =>
    {
        under.Member.ClosingAt = null;
        trail.Add(db, AuditAct.ClosingTakenBack, under.Member.Id, journeys.Network, under.Now);
        return true;
    });
}
