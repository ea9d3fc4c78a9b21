using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>What became of a search.</summary>
public enum FindVerdict
{
    /// <summary>Somebody was found.</summary>
    Found,

    /// <summary>Nobody has that.</summary>
    Nobody,

    /// <summary>It is none of the things that are looked for.</summary>
    NotUnderstood,

    /// <summary>This officer has looked for as many people as may be within an hour.</summary>
    TooMany,
}

/// <summary>Somebody who was found, masked.</summary>
/// <param name="Id">The account, or the unfinished sign-up.</param>
/// <param name="IsMember">Whether it is an account.</param>
/// <param name="Name">The name, masked.</param>
/// <param name="NationalId">The ID number, masked.</param>
/// <param name="Phone">The phone, masked.</param>
/// <param name="Since">When the account was made, or the sign-up begun.</param>
public sealed record FoundPerson(Guid Id, bool IsMember, string Name, string NationalId, string Phone, DateTimeOffset Since)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(FoundPerson);
}

/// <summary>The verdict, and who was found.</summary>
public sealed record FindOutcome(FindVerdict Verdict, IReadOnlyList<FoundPerson> People);

/// <summary>
/// Finds people by exactly what they tell, through keyed hashes: accounts and unfinished sign-ups. Every search is
/// counted and stands in the trail, by its kind, never by what was typed.
/// </summary>
public sealed class FindPeople(
    MembersDb db, LookupHash lookup, FoundPeople found, SearchQuota quota, AuditTrail trail, CurrentOfficer current, TimeProvider time)
{
    private const int Most = 20;
    private static readonly TimeSpan ReferencesOf = TimeSpan.FromDays(1);
    private static readonly FindOutcome NotUnderstood = new(FindVerdict.NotUnderstood, []);

    /// <summary>Finds by what was typed.</summary>
    public async Task<FindOutcome> FindAsync(string? typed)
    {
        if (PersonQuery.Read(typed) is not { } query) return NotUnderstood;
        var now = time.GetUtcNow();
        if (!await quota.TakeAsync(now)) return new(FindVerdict.TooMany, []);
        var ofCase = query.CaseNumber is { } number ? await OfCaseAsync(number) : [];
        var people = found.Read(await MembersAsync(query, ofCase, now), await SignUpsAsync(query, ofCase, now));
        trail.Add(
            db, AuditAct.PersonSearched, null, current.Network, now, AuditActor.Officer, current.SessionId, $"{query.Kind} {people.Count}", current.Id);
        await db.SaveActAsync();
        return new(people.Count > 0 ? FindVerdict.Found : FindVerdict.Nobody, people);
    }

    // The ID number of a request for help, or of one about data; hashed, and empty when there is none such.
    private async Task<byte[]> OfCaseAsync(CaseNumber number) => await db.HelpRequests.Where(row => row.CaseNumber == number.Text).Select(row => row.NationalIdHash)
        .Concat(db.DataRequests.Where(row => row.Number == number.Text).Select(row => row.NationalIdHash)).FirstOrDefaultAsync() ?? [];

    private async Task<List<MemberRow>> MembersAsync(PersonQuery query, byte[] ofCase, DateTimeOffset now)
    {
        var members = db.Members.AsNoTracking();
        return await (query switch
        {
            { NationalId: { } id } => members.Where(row => row.NationalIdHash == lookup.Of(id)),
            { Phone: { } phone } => members.Where(row => row.PhoneHash == lookup.Of(phone) && row.NationalIdHash != null),
            { FullName: { } name } => members.Where(row => row.NameHash == lookup.OfName(name, null) && row.NationalIdHash != null),
            { CaseNumber: not null } => members.Where(row => row.NationalIdHash == ofCase),
            _ => from row in members
                 join journey in db.MemberJourneys on row.Id equals journey.MemberId
                 join code in db.CodeChallenges on journey.Id equals code.MemberJourneyId
                 where code.Reference == query.Reference && code.SentAt > now - ReferencesOf
                 select row,
        }).Distinct().OrderBy(row => row.Id).Take(Most).ToListAsync();
    }

    private async Task<List<SignUpJourneyRow>> SignUpsAsync(PersonQuery query, byte[] ofCase, DateTimeOffset now)
    {
        var journeys = db.SignUpJourneys.AsNoTracking().Where(row => row.MemberId == null && row.DetailsGivenAt != null);
        return await (query switch
        {
            { NationalId: { } id } => journeys.Where(row => row.NationalIdHash == lookup.Of(id)),
            { Phone: { } phone } => journeys.Where(row => row.PhoneHash == lookup.Of(phone)),
            { FullName: { } name } => journeys.Where(row => row.NameHash == lookup.OfName(name, null)),
            { CaseNumber: not null } => journeys.Where(row => row.NationalIdHash == ofCase),
            _ => from row in journeys
                 join code in db.CodeChallenges on row.Id equals code.SignUpJourneyId
                 where code.Reference == query.Reference && code.SentAt > now - ReferencesOf
                 select row,
        }).Distinct().OrderByDescending(row => row.LastActAt).Take(Most).ToListAsync();
    }
}
