using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>What became of a wish for an officer's help.</summary>
public enum AskHelpVerdict
{
    /// <summary>It has its number.</summary>
    Asked,

    /// <summary>For this ID number enough was asked today.</summary>
    TooManyForId,

    /// <summary>From this network enough was asked today.</summary>
    TooManyFromNetwork,
}

/// <summary>
/// Takes a request for an officer's help. It never looks whether the ID number has an account; what was typed proves
/// nothing and opens nothing.
/// </summary>
public sealed class AskForHelp(
    HelpData data, Counters counters, LookupHash lookup, AuditTrail trail, JourneyCookies cookies, MembersDb db, TimeProvider time)
{
    /// <summary>The cookie that lets this browser, and no other, see the number.</summary>
    public const string Cookie = "help-request";

    private const int PerIdAndDay = 3, PerNetworkAndDay = 20, MostDraws = 5;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Saves the request with a number that nobody has, as far as the limits allow.</summary>
    public async Task<AskHelpVerdict> AskAsync(HttpContext context, HelpDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(context);
        var (now, network) = (time.GetUtcNow(), lookup.Of(context.Connection.RemoteIpAddress));
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await counters.TryTakeAsync("help-of-id", lookup.Of(details.NationalId), PerIdAndDay, Day, now)) return AskHelpVerdict.TooManyForId;
        if (!await counters.TryTakeAsync("help-of-network", network, PerNetworkAndDay, Day, now)) return AskHelpVerdict.TooManyFromNetwork;
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var request = data.Write(details, CaseNumber.Draw(RandomNumberGenerator.GetInt32), Languages.Current, network, now);
            db.HelpRequests.Add(request);
            trail.Add(db, AuditAct.HelpAsked, null, network, now, AuditActor.Stranger, detail: request.CaseNumber);
            if (await db.SaveActAsync() == SaveVerdict.Saved)
            {
                await transaction.CommitAsync();
                cookies.Write(context, Cookie, request.Id);
                return AskHelpVerdict.Asked;
            }

            db.ChangeTracker.Clear();
        }

        throw new InvalidOperationException("No free case number was drawn.");
    }
}
