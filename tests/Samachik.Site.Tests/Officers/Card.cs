using System.Globalization;

namespace Samachik.Site.Tests.Officers;

/// <summary>What an officer types of a card in hand.</summary>
public static class Card
{
    /// <summary>The fields of a card that is good for five years, with some otherwise.</summary>
    public static (string Name, string? Value)[] Of(TestSite site, Person person, params (string Name, string? Value)[] changed)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(person);
        var day = site.Clock.GetUtcNow().AddYears(5);
        (string Name, string? Value)[] fields =
        [
            ("CardKind", "NationalIdCard"), ("LastDigits", person.NationalId.Replace("-", "", StringComparison.Ordinal)[^4..]), ("ExpiryDay", "15"),
            ("ExpiryMonth", day.Month.ToString(CultureInfo.InvariantCulture)), ("ExpiryYear", (day.Year + 543).ToString(CultureInfo.InvariantCulture)),
            ("FaceCompared", "true"), ("DataCompared", "true"),
        ];
        return [.. fields.Where(field => changed.All(other => other.Name != field.Name)), .. changed];
    }
}
