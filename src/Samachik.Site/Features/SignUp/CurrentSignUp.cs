using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>The journey of this request's browser, loaded once.</summary>
public sealed class CurrentSignUp(
    MembersDb db, SignUpCookie cookie, LookupHash lookup, SiteSettings settings, TimeProvider time, IHttpContextAccessor accessor)
{
    private static readonly KeptQuery<Guid, SignUpJourneyRow?> ById = new((db, id) => db.SignUpJourneys
        .Include(row => row.Challenges.OrderBy(challenge => challenge.SentAt)).SingleOrDefault(row => row.Id == id));

    private SignUpJourneyRow? journey;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Whether the browser was on a journey that is no more.</summary>
    public bool HasExpired { get; private set; }

    /// <summary>The living journey, or null.</summary>
    public async Task<SignUpJourneyRow?> FindAsync()
    {
        if (journey is not null) return journey;
        if (cookie.Read(Context) is { } id)
        {
            var found = await ById.AskAsync(db, id);
            if (found?.Facts.IsAlive(time.GetUtcNow(), settings.SignUp.Lives) == true) journey = found;
        }

        HasExpired = journey is null && cookie.IsBrought(Context);
        return journey;
    }

    /// <summary>The living journey of a page that [AtStep] guards.</summary>
    public async Task<SignUpJourneyRow> RequireAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("The page is not guarded by [AtStep].");

    /// <summary>Loads the journey anew, after a save that did not come through.</summary>
    public async Task<SignUpJourneyRow?> ReloadAsync()
    {
        db.ChangeTracker.Clear();
        journey = null;
        return await FindAsync();
    }

    /// <summary>Begins a journey, to be saved by the caller.</summary>
    public SignUpJourneyRow Begin(DateTimeOffset now)
    {
        journey = new SignUpJourneyRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            StartedAt = now,
            LastActAt = now,
            Network = Network,
            Language = Languages.Current,
        };
        db.SignUpJourneys.Add(journey);
        return journey;
    }

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>Notes that something is done in the journey now.</summary>
    public static void Touch(SignUpJourneyRow journey, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        (journey.LastActAt, journey.Language) = (now, Languages.Current);
    }
}
