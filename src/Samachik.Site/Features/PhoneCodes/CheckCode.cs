using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Whose wrong tries of the day a try counts to: an address, or in a recovery the ID number typed.</summary>
public sealed record TrySubject(byte[] Whom, AskerStanding Standing);

/// <summary>What became of a typed code.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="TriesLeft">How many tries are left.</param>
/// <param name="Matched">The code sent that it is.</param>
/// <param name="Until">Until when there are no tries today.</param>
/// <param name="DiedNow">This very try was the last one, and wrong.</param>
public sealed record CodeCheck(
    CodeVerdict Verdict, int TriesLeft = 0, CodeChallengeRow? Matched = null, DateTimeOffset? Until = null, bool DiedNow = false);

/// <summary>Compares a typed code, after the try is counted where no second request can miss it.</summary>
public sealed class CheckCode(MembersDb db, Counters counters, LookupHash lookup, SmsMetrics metrics, FigureTallies figures, SiteSettings settings)
{
    /// <summary>Counts the try, then compares. A right code is not spent yet: the caller's save spends it.</summary>
    public async Task<CodeCheck> CheckAsync(
        CodeJourneyRow journey, CodePurpose purpose, PhoneCode code, TrySubject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(subject);
        var rules = settings.PhoneCodes;
        if (await counters.CountTryAsync(journey, rules.WrongTriesPerJourney) is not { } tries)
            return await CountAsync(new(CodeVerdict.TooManyTries), now);
        if (await counters.CountTryAsync(subject.Whom, subject.Standing, rules.WrongTriesPerPhonePerDay, now) is { } until)
            return await CountAsync(new(CodeVerdict.TooManyTriesToday, Until: until), now);

        var (verdict, matched) = CodeChallenge.Check(
            journey.Challenges.Select(row => row.Facts), purpose,
            challenge => lookup.Of(code, purpose, challenge.Id), now);
        metrics.CodeTyped(purpose, verdict);
        var left = rules.WrongTriesPerJourney - tries;
        if (verdict != CodeVerdict.Right && left <= 0)
        {
            await WithdrawAllAsync(journey.Id, now);
            await figures.AddAsync(FigureKind.CodeNotRight, verdict, now);
            return new(CodeVerdict.TooManyTries, DiedNow: true);
        }

        return await CountAsync(new(verdict, left, journey.Challenges.SingleOrDefault(row => row.Id == matched?.Id)), now);
    }

    private async Task<CodeCheck> CountAsync(CodeCheck check, DateTimeOffset now)
    {
        if (check.Verdict != CodeVerdict.Right) await figures.AddAsync(FigureKind.CodeNotRight, check.Verdict, now);
        return check;
    }

    private Task<int> WithdrawAllAsync(Guid journey, DateTimeOffset now) => db.CodeChallenges
        .Where(row => (row.SignUpJourneyId == journey || row.MemberJourneyId == journey) && row.UsedAt == null && row.WithdrawnAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now));
}
