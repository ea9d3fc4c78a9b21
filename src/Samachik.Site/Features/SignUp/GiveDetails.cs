using Samachik.Rules.PhoneCodes;
using Samachik.Rules.SignUp;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignUp;

/// <summary>What became of details that hold good.</summary>
public enum DetailsVerdict
{
    /// <summary>They are saved; a code is on its way, or the code page tells why not.</summary>
    Saved,

    /// <summary>Too many passwords wait to be hashed: nothing was saved.</summary>
    Busy,

    /// <summary>Another request changed the journey first.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Step 2: saves the details and sends the code. It never looks whether the ID number has an account, so that a free
/// and a registered one cannot answer differently.
/// </summary>
public sealed class GiveDetails(
    CurrentSignUp current, PersonalData personalData, PasswordHasher passwords, SendCode sendCode, MembersDb db, TimeProvider time)
{
    /// <summary>Saves details; sends a code unless one for the same phone and ID number is still good.</summary>
    public async Task<DetailsVerdict> GiveAsync(SignUpDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (await passwords.TryHashAsync(details.Password) is not { } hash) return DetailsVerdict.Busy;
        var journey = await current.RequireAsync();
        var now = time.GetUtcNow();
        var (oldId, oldPhone) = (journey.NationalIdHash, journey.PhoneHash);
        personalData.Write(journey, details, hash);
        journey.DetailsGivenAt = now;
        CurrentSignUp.Touch(journey, now);

        var samePhone = oldPhone is not null && oldPhone.AsSpan().SequenceEqual(journey.PhoneHash);
        var sameId = oldId is not null && oldId.AsSpan().SequenceEqual(journey.NationalIdHash);
        if (samePhone && sameId && journey.Challenges.Any(row => row.Facts.IsLive(now)))
            return Verdict(await db.SaveActAsync());

        // What was sent rested on the phone and the ID number of before.
        if (!(samePhone && sameId))
            foreach (var challenge in journey.Challenges) challenge.WithdrawnAt ??= now;
        if (!samePhone) journey.LastSentAt = null;
        return await sendCode.SendAsync(journey, CodePurpose.SignUp, new CodeAddress.Phone(details.Phone), Subject(journey), now) switch
        {
            SendVerdict.Sent or SendVerdict.Refused => DetailsVerdict.Saved,
            SendVerdict.ChangedMeanwhile => DetailsVerdict.ChangedMeanwhile,
        };
    }

    /// <summary>Keeps the journey alive while its person corrects what did not hold good.</summary>
    public async Task KeepAliveAsync()
    {
        CurrentSignUp.Touch(await current.RequireAsync(), time.GetUtcNow());
        await db.SaveActAsync();
    }

    internal static SendSubject Subject(SignUpJourneyRow journey) => new(
        journey.PhoneHash ?? [], journey.NationalIdHash ?? [], journey.Network, AskerStanding.Unproven);

    private static DetailsVerdict Verdict(SaveVerdict saved) => saved switch
    {
        SaveVerdict.Saved => DetailsVerdict.Saved,
        SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken or SaveVerdict.AlreadyThere => DetailsVerdict.ChangedMeanwhile,
    };
}
