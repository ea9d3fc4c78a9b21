using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Officers;

/// <summary>What an officer typed to find somebody by.</summary>
public enum PersonQueryKind
{
    /// <summary>An ID number.</summary>
    NationalId,

    /// <summary>A mobile number.</summary>
    Phone,

    /// <summary>The number of a case.</summary>
    CaseNumber,

    /// <summary>The four letters of a code's SMS.</summary>
    Reference,

    /// <summary>A full name.</summary>
    FullName,
}

/// <summary>
/// What one box understands: an ID number, a phone, a case number, a code's reference, or a full name. Nothing is
/// looked for in part: who knows only a part of it has not been told it by the person. Prints only its kind.
/// </summary>
public sealed record PersonQuery
{
    private PersonQuery(PersonQueryKind kind) => Kind = kind;

    /// <summary>Which of them.</summary>
    public PersonQueryKind Kind { get; }

    /// <summary>The ID number, if it is one.</summary>
    public NationalId? NationalId { get; private init; }

    /// <summary>The phone, if it is one.</summary>
    public ThaiMobileNumber? Phone { get; private init; }

    /// <summary>The case number, if it is one.</summary>
    public CaseNumber? CaseNumber { get; private init; }

    /// <summary>The reference in capital letters, if it is one.</summary>
    public string? Reference { get; private init; }

    /// <summary>First and last name in one, without a title, if it is one.</summary>
    public string? FullName { get; private init; }

    /// <summary>Reads what was typed; null when it is none of them.</summary>
    public static PersonQuery? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (Rules.People.NationalId.TryParse(typed, acceptLeadingZero: true, out var id, out _)) return new(PersonQueryKind.NationalId) { NationalId = id };
        if (ThaiMobileNumber.TryParse(typed, out var phone, out _)) return new(PersonQueryKind.Phone) { Phone = phone };
        if (Recovery.CaseNumber.TryParse(typed, out var number)) return new(PersonQueryKind.CaseNumber) { CaseNumber = number };
        if (CodeReference.TryParse(typed, out var reference)) return new(PersonQueryKind.Reference) { Reference = reference };
        return WithoutTitle(typed) is { } name && PersonName.TryParse(name, out var read, out _)
            ? new(PersonQueryKind.FullName) { FullName = read.Text } : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}";

    private static string? WithoutTitle(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 1 && PersonTitle.Is(words[0]) ? string.Join(' ', words[1..]) : typed;
    }
}
