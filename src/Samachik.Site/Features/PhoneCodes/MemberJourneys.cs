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
    MembersDb db, JourneyCookies cookies, FormStamps stamps, LookupHash lookup, SiteSettings settings, TimeProvider time,
    IHttpContextAccessor accessor)
{
    private readonly Dictionary<MemberJourneyKind, MemberJourneyRow> found = [];

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>The living journey of a kind, finished or not; null when there is none.</summary>
    public async Task<MemberJourneyRow?> FindAsync(MemberJourneyKind kind)
    {
        if (found.TryGetValue(kind, out var known)) return known;
        return cookies.Read(Context, NameOf(kind)) is { } id ? await LoadAsync(kind, id) : null;
    }

    /// <summary>
    /// The journey that the first press of a button began, when this request is the second: it has the stamp's id, and
    /// the browser may not have its cookie yet. Whether it is about the same thing the caller has to see.
    /// </summary>
    public async Task<MemberJourneyRow?> OfFirstPressAsync(MemberJourneyKind kind)
    {
        db.ChangeTracker.Clear();
        found.Clear();
        return stamps.Given is { } id ? await LoadAsync(kind, id) : null;
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

    /// <summary>
    /// Begins a journey, to be saved by the caller, who then calls <see cref="GiveCookie"/>. One whose code uses up the
    /// form's stamp has the stamp's id, so that a second press of the button finds it.
    /// </summary>
    public MemberJourneyRow Begin(
        MemberJourneyKind kind, MemberRow? member, byte[]? nationalIdHash, string? returnUrl = null, bool sendsCode = true)
    {
        var now = time.GetUtcNow();
        var journey = new MemberJourneyRow
        {
            Id = sendsCode && stamps.Given is { } id && db.MemberJourneys.Local.All(row => row.Id != id) ? id : new Guid(RandomNumberGenerator.GetBytes(16)),
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

    private async Task<MemberJourneyRow?> LoadAsync(MemberJourneyKind kind, Guid id)
    {
        var alive = time.GetUtcNow() - settings.SignIn.JourneyLife;
        var journey = await db.MemberJourneys.Include(row => row.Challenges.OrderBy(challenge => challenge.SentAt))
            .SingleOrDefaultAsync(row => row.Id == id && row.Kind == kind && row.StartedAt > alive);
        if (journey is not null) found[kind] = journey;
        return journey;
    }

    private static string NameOf(MemberJourneyKind kind) => kind switch
    {
        MemberJourneyKind.SignIn => "sign-in",
        MemberJourneyKind.Recovery => "recovery",
        MemberJourneyKind.PhoneChange => "phone-change",
        MemberJourneyKind.EmailChange => "email-change",
    };
}
