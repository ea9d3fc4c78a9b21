using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Register;

/// <summary>The columns of one row of the register's file, as they stand there. Prints nothing of them.</summary>
public sealed record InsuredPersonColumns(string NationalId, string FirstName, string LastName, string BirthDate)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(InsuredPersonColumns);
}

/// <summary>Everything that keeps a row from being taken; null or empty where all is well.</summary>
/// <param name="Whose">The ID number, where it could be read.</param>
/// <param name="NationalId">Of the ID number.</param>
/// <param name="FirstName">Of the first name.</param>
/// <param name="LastName">Of the last name, which may be empty.</param>
/// <param name="IsNoDate">The birth date is not written yyyy-mm-dd.</param>
/// <param name="BirthDate">Of a birth date that is written so.</param>
public sealed record InsuredPersonFlaws(
    NationalId? Whose, NationalIdFlaw? NationalId, PersonNameFlaw? FirstName, PersonNameFlaw? LastName, bool IsNoDate,
    IReadOnlyList<BirthDateFlaw> BirthDate)
{
    /// <summary>For the operator: columns and flaws by name, and nothing of the person.</summary>
    public string Reason => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        if (NationalId is { } id) yield return $"national_id: {id}";
        if (FirstName is { } first) yield return $"first_name: {first}";
        if (LastName is { } last) yield return $"last_name: {last}";
        if (IsNoDate) yield return "birth_date: NotYearMonthDay";
        foreach (var flaw in BirthDate) yield return $"birth_date: {flaw}";
    }
}

/// <summary>One person of the register of insured persons. Prints nothing of them.</summary>
public sealed record InsuredPerson
{
    private const string NotOnTheCard = "unknown";

    private InsuredPerson(NationalId nationalId, PersonName firstName, PersonName? lastName, ThaiBirthDate birthDate)
        => (NationalId, FirstName, LastName, BirthDate) = (nationalId, firstName, lastName, birthDate);

    /// <summary>The ID number.</summary>
    public NationalId NationalId { get; }

    /// <summary>First name.</summary>
    public PersonName FirstName { get; }

    /// <summary>Last name; null for a person who has none.</summary>
    public PersonName? LastName { get; }

    /// <summary>Birth date as the card tells it.</summary>
    public ThaiBirthDate BirthDate { get; }

    /// <summary>Reads a row, and tells all that is wrong with it.</summary>
    public static bool TryParse(
        InsuredPersonColumns columns, BirthDateLimits limits,
        [NotNullWhen(true)] out InsuredPerson? person, [NotNullWhen(false)] out InsuredPersonFlaws? flaws)
    {
        ArgumentNullException.ThrowIfNull(columns);
        (person, flaws) = (null, null);
        _ = NationalId.TryParse(columns.NationalId, acceptLeadingZero: true, out var id, out var idFlaw);
        _ = PersonName.TryParse(columns.FirstName, out var first, out var firstFlaw);
        var (last, lastFlaw) = ReadLastName(columns.LastName);
        var (birthDate, dateFlaws) = ReadBirthDate(columns.BirthDate, limits);
        if (id is not null && first is not null && lastFlaw is null && birthDate is not null) person = new(id, first, last, birthDate);
        else flaws = new(id, idFlaw, firstFlaw, lastFlaw, birthDate is null && dateFlaws.Count == 0, dateFlaws);
        return person is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(InsuredPerson);

    private static (PersonName?, PersonNameFlaw?) ReadLastName(string column)
    {
        if (string.IsNullOrWhiteSpace(column)) return (null, null);
        _ = PersonName.TryParse(column, out var last, out var flaw);
        return (last, flaw);
    }

    private static (ThaiBirthDate?, IReadOnlyList<BirthDateFlaw>) ReadBirthDate(string column, BirthDateLimits limits)
    {
        if (column.Trim() is not [_, _, _, _, '-', _, _, '-', _, _] date) return (null, []);
        _ = ThaiBirthDate.TryParse(Part(date[8..]), Part(date[5..7]), date[..4], limits, out var birthDate, out var flaws);
        return (birthDate, flaws);
    }

    private static string Part(string digits) => digits == "00" ? NotOnTheCard : digits;
}
