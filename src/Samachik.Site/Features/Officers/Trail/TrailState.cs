using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Samachik.Rules.Audit;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>A search that was recorded, and from where its next page begins.</summary>
public sealed record KeptSearch(TrailQuery Query, TrailPlace? After);

/// <summary>
/// Keeps a search in a hidden field, protected, so that older pages and copies are of just what was searched and
/// recorded. It opens in the session that made it alone.
/// </summary>
public sealed class TrailState(IDataProtectionProvider protection, CurrentOfficer current)
{
    private const int Longest = 4000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private IDataProtector Protector => protection.CreateProtector("samachik.trail", current.SessionId.ToString("D"));

    /// <summary>As it stands in the field.</summary>
    public string Write(KeptSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var (query, place) = (search.Query, search.After);
        return Protector.Protect(JsonSerializer.Serialize(
            new Field(
                query.Days.First.Date, query.Days.Last.Date, query.UpTo, query.Member, query.Officer, query.OfficerNumber, query.Actor, query.Act,
                place?.At, place?.Id),
            Json));
    }

    /// <summary>What stands in the field; null when it is not of this session.</summary>
    public KeptSearch? Read(string? field)
    {
        if (field is not { Length: > 0 and < Longest } || Protector.Open(field) is not { } text || JsonSerializer.Deserialize<Field>(text, Json) is not { } kept)
            return null;
        return new(
            new(new(new(kept.First), new(kept.Last)), kept.UpTo)
            {
                Member = kept.Member, Officer = kept.Officer, OfficerNumber = kept.Number, Actor = kept.Actor, Act = kept.Act,
            },
            kept is { At: { } at, Id: { } id } ? new TrailPlace(at, id) : null);
    }

    private sealed record Field(
        DateOnly First, DateOnly Last, long UpTo, Guid? Member, Guid? Officer, string? Number, AuditActor? Actor, AuditAct? Act, DateTimeOffset? At, long? Id);
}
