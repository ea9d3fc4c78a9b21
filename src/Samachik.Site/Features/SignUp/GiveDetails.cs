using Samachik.Rules.PhoneCodes;
using Samachik.Rules.SignUp;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Passwords;

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

    /// <summary>The form was used before, with other details: nothing was saved or sent.</summary>
    PressedBefore,
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
        (journey.DetailsGivenAt, journey.RegisterMissedAt) = (now, null);
        CurrentSignUp.Touch(journey, now);

        var samePhone = oldPhone is not null && oldPhone.AsSpan().SequenceEqual(journey.PhoneHash);
        var sameId = oldId is not null && oldId.AsSpan().SequenceEqual(journey.NationalIdHash);
        if (samePhone && sameId && journey.Challenges.Any(row => row.Facts.IsLive(now)))
            return Verdict(await db.SaveActAsync());

        // What was sent rested on the phone and the ID number of before.
        if (!(samePhone && sameId))
            foreach (var challenge in journey.Challenges) challenge.WithdrawnAt ??= now;
        if (!samePhone) journey.LastSentAt = null;
        return await sendCode.SendAsync(journey, CodePurpose.SignUp, new CodeAddress.Phone(details.Phone), SendSubject.OfSignUp(journey), now) switch
        {
            SendVerdict.Sent or SendVerdict.Refused => DetailsVerdict.Saved,
            SendVerdict.ChangedMeanwhile => DetailsVerdict.ChangedMeanwhile,
            SendVerdict.PressedBefore => await WasSavedAsync(details) ? DetailsVerdict.Saved : DetailsVerdict.PressedBefore,
        };
    }

    // The second press of the button finds that the first has saved the very same.
    private async Task<bool> WasSavedAsync(SignUpDetails details) => await current.ReloadAsync() is { DetailsGivenAt: not null } saved
        && personalData.Read(saved) is { } given && given.Phone == details.Phone && given.NationalId == details.NationalId;

    /// <summary>Keeps the journey alive while its person corrects what did not hold good.</summary>
    public async Task KeepAliveAsync()
    {
        CurrentSignUp.Touch(await current.RequireAsync(), time.GetUtcNow());
        await db.SaveActAsync();
    }

    private static DetailsVerdict Verdict(SaveVerdict saved) => saved switch
    {
        SaveVerdict.Saved => DetailsVerdict.Saved,
        SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken or SaveVerdict.AlreadyThere => DetailsVerdict.ChangedMeanwhile,
    };
}
