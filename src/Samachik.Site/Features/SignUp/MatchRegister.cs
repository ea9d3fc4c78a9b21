using Samachik.Rules.Register;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignUp;

/// <summary>Asks the office's register about a sign-up whose phone is proven, as often as it may be asked.</summary>
public sealed class MatchRegister(RegisterTable register, PersonalData personalData, Counters counters, SiteSettings settings)
{
    private const string OfId = "register-miss-of-id", OfNetwork = "register-miss-of-network";
    private const int PerIdAndDay = 5, LeastPerNetwork = 5, CodesPerMiss = 3;

    /// <summary>What follows for the sign-up; null: nobody asks. In the caller's transaction, which saves what follows.</summary>
    public async Task<RegisterAnswer?> AskAsync(SignUpJourneyRow journey, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var rule = settings.SignUp.Register;
        if (rule.Use == RegisterUse.Off) return null;
        if (personalData.Read(journey) is not { } given || journey.NationalIdHash is not { } id)
            throw new InvalidOperationException("A journey without details matches nothing.");
        var answer = rule.Answer(given.NationalId, await register.CheckAsync(given));
        return rule.MayRefuse(given.NationalId) ? await WithinLimitsAsync(answer, id, journey.Network, now) : answer;
    }

    // A miss is counted before it is told, so that no hundred at one instant are told more. Beyond the limits even the
    // right details are refused, and nobody learns that they were right.
    private async Task<RegisterAnswer> WithinLimitsAsync(RegisterAnswer answer, byte[] id, byte[] network, DateTimeOffset now)
    {
        // Of all the codes that a network may ask for, a third may miss.
        var perNetwork = Math.Max(LeastPerNetwork, settings.PhoneCodes.Sends.PerNetworkPerHour / CodesPerMiss);
        var ofNetwork = await counters.TryTakeAsync(OfNetwork, network, perNetwork, TimeSpan.FromHours(1), now);
        var ofId = await counters.TryTakeAsync(OfId, id, PerIdAndDay, TimeSpan.FromDays(1), now);
        var isMiss = answer == RegisterAnswer.Refuses;
        if (ofId && !(isMiss && ofNetwork)) await counters.TakeBackAsync(OfId, id);
        if (ofNetwork && ofId && !isMiss) await counters.TakeBackAsync(OfNetwork, network);
        return ofNetwork && ofId ? answer : RegisterAnswer.Refuses;
    }
}
