using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>The second step's code, by SMS to the phone on file: the first of a sign-in, and those asked for after it.</summary>
public sealed class AskForCode(
    CurrentSignIn current, SendCode sendCode, MemberData data, MemberJourneys journeys, AuditTrail trail, MembersDb db, TimeProvider time)
{
    /// <summary>Saves a sign-in that has just begun, and sends its code as far as the limits allow.</summary>
    public Task<SendVerdict> AskAsync(SignInUnderWay begun, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(begun);
        trail.Add(db, AuditAct.SecondStepAsked, begun.Member.Id, journeys.Network, now);
        return SendAsync(begun, now);
    }

    /// <summary>Sends another code; those sent before stay good.</summary>
    public async Task<SendVerdict> AskAgainAsync()
    {
        var (under, now) = (await current.RequireAsync(), time.GetUtcNow());
        (under.Journey.LastActAt, under.Journey.Language) = (now, Languages.Current);
        return await SendAsync(under, now);
    }

    private Task<SendVerdict> SendAsync(SignInUnderWay under, DateTimeOffset now)
    {
        var member = under.Member;
        var subject = new SendSubject(member.PhoneHash, member.NationalIdHash ?? [], journeys.Network, AskerStanding.Proven);
        return sendCode.SendAsync(under.Journey, CodePurpose.SignIn, new CodeAddress.Phone(data.PhoneOf(member)), subject, now);
    }
}
