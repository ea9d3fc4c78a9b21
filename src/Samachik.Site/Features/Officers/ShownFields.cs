using System.Globalization;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers;

/// <summary>A person's fields as an officer sees them: masked, but for those unmasked.</summary>
public static class ShownFields
{
    private const string Hidden = "••••••";

    /// <summary>Of an account.</summary>
    public static IReadOnlyList<ShownField> Of(MemberDetails details, IReadOnlySet<PersonField> clear)
    {
        ArgumentNullException.ThrowIfNull(details);
        var fields = Of(details.NationalId, details.FirstName, details.LastName, details.Phone, details.BirthDate, clear);
        return details.Email is { } email ? [.. fields, Show(PersonField.Email, email.Text, email.Masked, clear)] : fields;
    }

    /// <summary>Of an unfinished sign-up.</summary>
    public static IReadOnlyList<ShownField> Of(GivenDetails given, IReadOnlySet<PersonField> clear)
    {
        ArgumentNullException.ThrowIfNull(given);
        return Of(given.NationalId, given.FirstName, given.LastName, given.Phone, given.BirthDate, clear);
    }

    private static List<ShownField> Of(
        NationalId id, string first, string? last, ThaiMobileNumber phone, ThaiBirthDate born, IReadOnlySet<PersonField> clear) =>
    [
        Show(PersonField.FullName, last is null ? first : $"{first} {last}", MaskedName.Of(first, last), clear),
        Show(PersonField.NationalId, id.Grouped, id.Masked, clear),
        Show(PersonField.Phone, phone.Grouped, phone.Masked, clear),
        Show(PersonField.BirthDate, SpokenDate(born), Hidden, clear),
    ];

    // Day, month and year of the Buddhist Era, as on the card; a part that is not on it is a dash.
    private static string SpokenDate(ThaiBirthDate born) =>
        string.Create(CultureInfo.InvariantCulture, $"{Part(born.Day)}/{Part(born.Month)}/{born.Year}");

    private static string Part(int? part) => part?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static ShownField Show(PersonField field, string text, string masked, IReadOnlySet<PersonField> clear)
    {
        ArgumentNullException.ThrowIfNull(clear);
        return clear.Contains(field) ? new(field, text, true) : new(field, masked, false);
    }
}
