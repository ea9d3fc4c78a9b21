using Samachik.Rules.People;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Officers;

/// <summary>By what the trail is asked about an account.</summary>
public enum TrailSubjectKind
{
    /// <summary>The ID number, whose account lives.</summary>
    NationalId,

    /// <summary>The account's own id, also of one that is closed or erased.</summary>
    Account,

    /// <summary>The number of a case.</summary>
    CaseNumber,
}

/// <summary>About which account the trail is asked. Prints only its kind.</summary>
public sealed record TrailSubject
{
    private TrailSubject(TrailSubjectKind kind) => Kind = kind;

    /// <summary>Which of them.</summary>
    public TrailSubjectKind Kind { get; }

    /// <summary>The ID number, if it is one.</summary>
    public NationalId? NationalId { get; private init; }

    /// <summary>The account's id, if it is one.</summary>
    public Guid? Account { get; private init; }

    /// <summary>The case number, if it is one.</summary>
    public CaseNumber? CaseNumber { get; private init; }

    /// <summary>Reads what was typed; null when it is none of them.</summary>
    public static TrailSubject? Read(string? typed)
    {
        if (Guid.TryParseExact(typed?.Trim(), "D", out var account)) return new(TrailSubjectKind.Account) { Account = account };
        if (People.NationalId.TryParse(typed, acceptLeadingZero: true, out var id, out _)) return new(TrailSubjectKind.NationalId) { NationalId = id };
        return Recovery.CaseNumber.TryParse(typed, out var number) ? new(TrailSubjectKind.CaseNumber) { CaseNumber = number } : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}";
}
