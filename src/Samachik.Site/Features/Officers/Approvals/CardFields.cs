namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>The card's part of a form.</summary>
/// <param name="Form">As typed.</param>
/// <param name="ComparesData">Whether name and birth date are to be the account's.</param>
public sealed record CardFields(CardForm Form, bool ComparesData)
{
    /// <summary>The fields in which something can be wrong.</summary>
    public const string Names = "CardKind,LastDigits,ExpiryDay,FaceCompared,DataCompared";

    /// <inheritdoc/>
    public override string ToString() => nameof(CardFields);
}
