using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>The member journeys of this request's browser: one at a time of each kind, each loaded once.</summary>
public sealed class MemberJourneys(
    MembersDb db, JourneyCookies cookies, LookupHash lookup, SiteSettings settings, TimeProvider time, IHttpContextAccessor accessor)
{
    private readonly Dictionary<MemberJourneyKind, MemberJourneyRow> found = [];

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>The living journey of a kind, finished or not; null when there is none.</summary>
    public async Task<MemberJourneyRow?> FindAsync(MemberJourneyKind kind)
    {
        if (found.TryGetValue(kind, out var known)) return known;
        if (cookies.Read(Context, NameOf(kind)) is not { } id) return null;
        var alive = time.GetUtcNow() - settings.SignIn.JourneyLife;
        var journey = await db.MemberJourneys.Include(row => row.Challenges.OrderBy(challenge => challenge.SentAt))
            .SingleOrDefaultAsync(row => row.Id == id && row.Kind == kind && row.StartedAt > alive);
        if (journey is not null) found[kind] = journey;
        return journey;
    }

    /// <summary>Whether the browser was on a journey of a kind that is no more.</summary>
    public async Task<bool> HasExpiredAsync(MemberJourneyKind kind) =>
        await FindAsync(kind) is null && cookies.IsBrought(Context, NameOf(kind));

    /// <summary>Loads the journey anew, after a save that did not come through. What the context tracked is dropped.</summary>
    public Task<MemberJourneyRow?> ReloadAsync(MemberJourneyKind kind)
    {
        db.ChangeTracker.Clear();
        found.Clear();
        return FindAsync(kind);
    }

    /// <summary>Begins a journey, to be saved by the caller, who then calls <see cref="GiveCookie"/>.</summary>
    public MemberJourneyRow Begin(MemberJourneyKind kind, MemberRow? member, byte[]? nationalIdHash, string? returnUrl = null)
    {
        var now = time.GetUtcNow();
        var journey = new MemberJourneyRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Kind = kind,
            MemberId = member?.Id,
            NationalIdHash = nationalIdHash,
            PasswordAsOf = member?.PasswordChangedAt,
            ReturnUrl = returnUrl,
            StartedAt = now,
            LastActAt = now,
            Network = Network,
            Language = Languages.Current,
        };
        db.MemberJourneys.Add(journey);
        found[kind] = journey;
        return journey;
    }

    /// <summary>Puts the browser on a saved journey.</summary>
    public void GiveCookie(MemberJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        cookies.Write(Context, NameOf(journey.Kind), journey.Id);
    }

    /// <summary>Takes the browser off its journey of a kind.</summary>
    public void Leave(MemberJourneyKind kind) => cookies.Remove(Context, NameOf(kind));

    private static string NameOf(MemberJourneyKind kind) => kind switch
    {
        MemberJourneyKind.SignIn => "sign-in",
        MemberJourneyKind.Recovery => "recovery",
        MemberJourneyKind.PhoneChange => "phone-change",
        MemberJourneyKind.EmailChange => "email-change",
    };
}
