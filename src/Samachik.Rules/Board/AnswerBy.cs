namespace Samachik.Rules.Board;

/// <summary>
/// The badge of an official answer. It comes of an officer's own act and of nothing else: no alias, name or text of a
/// member leads to one.
/// </summary>
public sealed record OfficeBadge
{
    private OfficeBadge(string office, Guid officer, DateTimeOffset at) => (Office, Officer, At) = (office, officer, at);

    /// <summary>The name of the office that answers, from the settings: the only name that is shown.</summary>
    public string Office { get; }

    /// <summary>The officer who answered. For the records; readers are never shown it.</summary>
    public Guid Officer { get; }

    /// <summary>When the office answered.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The badge of what an officer answers in the name of the office.</summary>
    /// <exception cref="ArgumentException">There is no office or no officer.</exception>
    public static OfficeBadge Of(string office, Guid officer, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(office);
        if (officer == Guid.Empty) throw new ArgumentException("An official answer is an officer's.", nameof(officer));
        return new(office, officer, at);
    }
}

/// <summary>Who answered: a member or the office, never both.</summary>
public sealed record AnswerBy
{
    private AnswerBy(Guid? member, OfficeBadge? badge) => (MemberId, Badge) = (member, badge);

    /// <summary>The member; null: the office.</summary>
    public Guid? MemberId { get; }

    /// <summary>The badge; null: a member's answer has none.</summary>
    public OfficeBadge? Badge { get; }

    /// <summary>An answer of a member.</summary>
    public static AnswerBy Member(Guid member) => new(member, null);

    /// <summary>An answer of the office.</summary>
    public static AnswerBy Office(OfficeBadge badge)
    {
        ArgumentNullException.ThrowIfNull(badge);
        return new(null, badge);
    }
}
