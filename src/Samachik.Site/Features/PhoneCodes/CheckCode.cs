using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>What became of a typed code, how many tries are left, and until when there are none today.</summary>
public sealed record CodeCheck(CodeVerdict Verdict, int TriesLeft, CodeChallengeRow? Matched, DateTimeOffset? Until);

/// <summary>Compares a typed code, after the try is counted where no second request can miss it.</summary>
public sealed class CheckCode(MembersDb db, Counters counters, LookupHash lookup, SiteSettings settings)
{
    /// <summary>Counts the try, then compares. A right code is not spent yet: the caller's save spends it.</summary>
    public async Task<CodeCheck> CheckAsync(SignUpJourneyRow journey, CodePurpose purpose, PhoneCode code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var rules = settings.PhoneCodes;
        var phoneHash = journey.PhoneHash ?? throw new InvalidOperationException("A journey without a phone has no codes.");
        if (await counters.CountTryAsync(journey.Id, rules.WrongTriesPerJourney) is not { } tries)
            return new(CodeVerdict.TooManyTries, 0, null, null);
        if (await counters.CountTryAsync(phoneHash, proven: false, rules.WrongTriesPerPhonePerDay, now) is { } until)
            return new(CodeVerdict.TooManyTriesToday, 0, null, until);

        var (verdict, matched) = CodeChallenge.Check(
            journey.Challenges.Select(row => row.Facts), purpose,
            challenge => lookup.Of(code, purpose, challenge.Id), now);
        var left = rules.WrongTriesPerJourney - tries;
        if (verdict != CodeVerdict.Right && left <= 0)
        {
            await WithdrawAllAsync(journey.Id, now);
            return new(CodeVerdict.TooManyTries, 0, null, null);
        }

        return new(verdict, left, journey.Challenges.SingleOrDefault(row => row.Id == matched?.Id), null);
    }

    private Task<int> WithdrawAllAsync(Guid journey, DateTimeOffset now) => db.CodeChallenges
        .Where(row => row.JourneyId == journey && row.UsedAt == null && row.WithdrawnAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now));
}
