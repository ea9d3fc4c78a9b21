using System.Globalization;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;
using Samachik.Site.Features.Shared;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignUp;

/// <summary>The form of step 2, under the field names of the contract. Prints nothing of them.</summary>
public sealed record DetailsForm
{
    /// <summary>National ID number.</summary>
    public string? NationalId { get; init; }

    /// <summary>Mobile phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Password; never shown back.</summary>
    public string? Password { get; init; }

    /// <summary>Password once more; never shown back.</summary>
    public string? ConfirmPassword { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>"I have no last name": <c>true</c> when ticked.</summary>
    public string? NoLastName { get; init; }

    /// <summary>Day of birth or <c>unknown</c>.</summary>
    public string? BirthDay { get; init; }

    /// <summary>Month of birth or <c>unknown</c>.</summary>
    public string? BirthMonth { get; init; }

    /// <summary>Year of birth, Buddhist Era.</summary>
    public string? BirthYear { get; init; }

    /// <summary>The form filled with what was given before.</summary>
    public static DetailsForm Of(GivenDetails? given) => given is null ? new() : new()
    {
        NationalId = given.NationalId.Grouped,
        Phone = given.Phone.Grouped,
        FirstName = given.FirstName,
        LastName = given.LastName,
        NoLastName = given.LastName is null ? "true" : null,
        BirthDay = Part(given.BirthDate.Day),
        BirthMonth = Part(given.BirthDate.Month),
        BirthYear = given.BirthDate.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The fields as the rule takes them.</summary>
    public TypedDetails Typed() => new()
    {
        NationalId = NationalId,
        Phone = Phone,
        Password = Password,
        ConfirmPassword = ConfirmPassword,
        FirstName = FirstName,
        LastName = LastName,
        NoLastName = NoLastName == "true",
        BirthDay = BirthDay,
        BirthMonth = BirthMonth,
        BirthYear = BirthYear,
    };

    /// <summary>Numbers typed on the Thai keyboard are shown back as the digits that were meant, for the person to check.</summary>
    public DetailsForm WithReadDigits(DetailsFlaws flaws)
    {
        ArgumentNullException.ThrowIfNull(flaws);
        return this with
        {
            NationalId = FieldMessages.ShownBack(flaws.NationalId, NationalId),
            Phone = flaws.Phone == MobileNumberFlaw.ThaiKeyboard
                ? ThaiMobileNumber.ReadThaiKeyboard(Phone) ?? Phone : Phone,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(DetailsForm);

    private static string Part(int? part) => part?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
