using Samachik.Rules.Officers;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>The fields on which an officer records the card in hand. Prints nothing of them.</summary>
public sealed record CardForm
{
    /// <summary>Which card.</summary>
    public CardKind CardKind { get; init; }

    /// <summary>The last four digits of its number.</summary>
    public string? LastDigits { get; init; }

    /// <summary>Day of its last day.</summary>
    public string? ExpiryDay { get; init; }

    /// <summary>Month of its last day.</summary>
    public string? ExpiryMonth { get; init; }

    /// <summary>Year of its last day, Buddhist Era.</summary>
    public string? ExpiryYear { get; init; }

    /// <summary>Good for life: <c>true</c> when ticked.</summary>
    public string? ForLife { get; init; }

    /// <summary>The face was compared: <c>true</c> when ticked.</summary>
    public string? FaceCompared { get; init; }

    /// <summary>Name and birth date were compared: <c>true</c> when ticked.</summary>
    public string? DataCompared { get; init; }

    /// <summary>The fields as the rule takes them.</summary>
    /// <param name="comparesData">Whether name and birth date are to be the account's.</param>
    public TypedCard Typed(bool comparesData) => new(
        CardKind, LastDigits, ExpiryDay, ExpiryMonth, ExpiryYear, ForLife == "true", FaceCompared == "true", !comparesData || DataCompared == "true");

    /// <inheritdoc/>
    public override string ToString() => nameof(CardForm);
}
