using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignUp;

/// <summary>Step 3: another code to the same phone; those sent before stay good.</summary>
public sealed class ResendCode(CurrentSignUp current, PersonalData personalData, SendCode sendCode, TimeProvider time)
{
    /// <summary>Sends another code, as far as the limits allow.</summary>
    public async Task<SendVerdict> ResendAsync()
    {
        var journey = await current.RequireAsync();
        var given = personalData.Read(journey) ?? throw new InvalidOperationException("There is no phone to send to.");
        var now = time.GetUtcNow();
        CurrentSignUp.Touch(journey, now);
        return await sendCode.SendAsync(journey, CodePurpose.SignUp, new CodeAddress.Phone(given.Phone), SendSubject.OfSignUp(journey), now);
    }
}
