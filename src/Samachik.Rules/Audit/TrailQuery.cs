using Samachik.Rules.Figures;

namespace Samachik.Rules.Audit;

/// <summary>A place in the trail's order of time; entries of one instant stand in the order of their ids.</summary>
public readonly record struct TrailPlace(DateTimeOffset At, long Id);

/// <summary>Which entries of the trail are wanted. It holds no personal data.</summary>
/// <param name="Days">Of which days.</param>
/// <param name="UpTo">The highest entry that there was when it was first asked: what comes later is not in it.</param>
public sealed record TrailQuery(DaySpan Days, long UpTo)
{
    /// <summary>To which account; null: any, or none.</summary>
    public Guid? Member { get; init; }

    /// <summary>By whom of the staff; null: anybody.</summary>
    public Guid? Officer { get; init; }

    /// <summary>The staff number of that.</summary>
    public string? OfficerNumber { get; init; }

    /// <summary>By which kind of actor; null: any.</summary>
    public AuditActor? Actor { get; init; }

    /// <summary>Which act; null: any.</summary>
    public AuditAct? Act { get; init; }

    /// <summary>In words, for whoever reads a copy later.</summary>
    public string Describe() => string.Join("; ", Parts(Member is { } member ? $"account {member:D}" : null));

    /// <summary>For an entry of the trail, which names the account itself.</summary>
    /// <param name="subject">By what the account was named.</param>
    public string Detail(string? subject) => string.Join(' ', Parts(subject).Select(part => part.Split(' ')[^1]));

    private IEnumerable<string> Parts(string? subject) => new[]
    {
        subject, OfficerNumber is { } number ? $"officer {number}" : null, Actor is { } actor ? $"actor {actor}" : null,
        Act is { } act ? $"act {act}" : null, $"days {Days}",
    }.Where(part => part is { Length: > 0 }).OfType<string>();
}
