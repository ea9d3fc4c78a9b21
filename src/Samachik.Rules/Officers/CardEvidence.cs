using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Samachik.Rules.People;

namespace Samachik.Rules.Officers;

/// <summary>The card that an officer has in hand.</summary>
public enum CardKind
{
    /// <summary>The national ID card.</summary>
    NationalIdCard,

    /// <summary>The card of a person without Thai nationality ("pink card").</summary>
    NonThaiIdCard,
}

/// <summary>What is wrong with the record of a card that was seen.</summary>
public enum CardEvidenceFlaw
{
    /// <summary>The last digits of the card's number are not four digits.</summary>
    LastDigitsNotFour,

    /// <summary>They are not those of the account's ID number.</summary>
    OtherNumber,

    /// <summary>The day until which the card is good is missing or no day of the calendar.</summary>
    ExpiryNotADay,

    /// <summary>The card is no longer good.</summary>
    Expired,

    /// <summary>A card that is good for so long is not made.</summary>
    ExpiryTooFar,

    /// <summary>The face was not compared with the photo.</summary>
    FaceNotCompared,

    /// <summary>Name and birth date were not compared with the account's.</summary>
    DataNotCompared,
}

/// <summary>The fields of the form on which an officer records a card, as typed.</summary>
/// <param name="Kind">Which card.</param>
/// <param name="LastDigits">The last four digits of the card's number.</param>
/// <param name="ExpiryDay">Day of the month.</param>
/// <param name="ExpiryMonth">1 to 12.</param>
/// <param name="ExpiryYear">Buddhist Era.</param>
/// <param name="IsForLife">The card has no end: cards of people over 70.</param>
/// <param name="FaceCompared">The person's face is the one of the photo.</param>
/// <param name="DataCompared">Name and birth date on the card are the account's, or do not matter.</param>
public sealed record TypedCard(
    CardKind Kind, string? LastDigits, string? ExpiryDay, string? ExpiryMonth, string? ExpiryYear, bool IsForLife, bool FaceCompared, bool DataCompared)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TypedCard);
}

/// <summary>
/// That an officer had a card in hand and compared it: physical evidence, checked in person (NIST SP 800-63A-4, on-site
/// attended proofing). The digits themselves are not kept: the account has them.
/// </summary>
public sealed record CardEvidence
{
    private const int LongestYears = 12;

    private CardEvidence(CardKind kind, DateOnly? goodUntil) => (Kind, GoodUntil) = (kind, goodUntil);

    /// <summary>Which card.</summary>
    public CardKind Kind { get; }

    /// <summary>The last day on which it is good; null: for life.</summary>
    public DateOnly? GoodUntil { get; }

    /// <summary>Reads the record of a card against the account's ID number, or tells all that is wrong with it.</summary>
    public static bool TryParse(
        TypedCard typed, NationalId id, DateOnly today, [NotNullWhen(true)] out CardEvidence? evidence,
        out IReadOnlyList<CardEvidenceFlaw> flaws)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(id);
        List<CardEvidenceFlaw> found = [];
        var digits = ThaiDigits.ToAscii(typed.LastDigits ?? "").Trim();
        if (digits.Length != 4 || !digits.All(char.IsAsciiDigit)) found.Add(CardEvidenceFlaw.LastDigitsNotFour);
        else if (!id.Digits.EndsWith(digits, StringComparison.Ordinal)) found.Add(CardEvidenceFlaw.OtherNumber);
        DateOnly? goodUntil = null;
        if (!typed.IsForLife)
        {
            if (TypedDay.TryParse(typed.ExpiryDay, typed.ExpiryMonth, typed.ExpiryYear, today, today.AddYears(LongestYears), out var day, out var flaw)) goodUntil = day;
            else found.Add(FlawOf(flaw.Value));
        }

        if (!typed.FaceCompared) found.Add(CardEvidenceFlaw.FaceNotCompared);
        if (!typed.DataCompared) found.Add(CardEvidenceFlaw.DataNotCompared);
        flaws = found;
        evidence = found.Count == 0 ? new(typed.Kind, goodUntil) : null;
        return evidence is not null;
    }

    /// <summary>Kind and last day as they are kept: <c>NationalIdCard 2030-05-01</c>, with <c>-</c> for a card for life.</summary>
    public string Canonical => $"{Kind} {GoodUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}";

    /// <summary>Reads what was kept.</summary>
    public static CardEvidence FromCanonical(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(' ');
        return new(
            Enum.Parse<CardKind>(parts[0]),
            parts[1] == "-" ? null : DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(CardEvidence);

    private static CardEvidenceFlaw FlawOf(TypedDayFlaw flaw) => flaw switch
    {
        TypedDayFlaw.Missing or TypedDayFlaw.NoSuchDay => CardEvidenceFlaw.ExpiryNotADay,
        TypedDayFlaw.ChristianYear or TypedDayFlaw.TooEarly => CardEvidenceFlaw.Expired,
        TypedDayFlaw.TooLate => CardEvidenceFlaw.ExpiryTooFar,
    };
}
