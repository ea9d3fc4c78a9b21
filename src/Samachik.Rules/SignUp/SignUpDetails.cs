using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.Passwords;
using Samachik.Rules.People;

namespace Samachik.Rules.SignUp;

/// <summary>The fields of step 2 exactly as they were typed. Prints nothing of them.</summary>
public sealed record TypedDetails
{
    /// <summary>National ID number.</summary>
    public string? NationalId { get; init; }

    /// <summary>Mobile phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Password.</summary>
    public string? Password { get; init; }

    /// <summary>The password once more.</summary>
    public string? ConfirmPassword { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The person says that they have no last name.</summary>
    public bool NoLastName { get; init; }

    /// <summary>Day of birth, or <c>unknown</c>.</summary>
    public string? BirthDay { get; init; }

    /// <summary>Month of birth, or <c>unknown</c>.</summary>
    public string? BirthMonth { get; init; }

    /// <summary>Year of birth in the Buddhist Era.</summary>
    public string? BirthYear { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(TypedDetails);
}

/// <summary>What the office's settings say of the details.</summary>
public sealed record DetailsRule(
    bool AcceptLeadingZero, PasswordRuleKind Passwords, BirthDateLimits BirthDates);

/// <summary>Why the box "I have no last name" is refused.</summary>
public enum NoLastNameFlaw
{
    /// <summary>A last name was typed and the box ticked too.</summary>
    LastNameGiven,
}

/// <summary>Everything that keeps the typed details from holding good, field by field; null or empty where all is well.</summary>
public sealed record DetailsFlaws(
    NationalIdFlaw? NationalId,
    MobileNumberFlaw? Phone,
    PasswordFlaw? Password,
    ConfirmPasswordFlaw? ConfirmPassword,
    PersonNameFlaw? FirstName,
    PersonNameFlaw? LastName,
    NoLastNameFlaw? NoLastName,
    IReadOnlyList<BirthDateFlaw> BirthDate);

/// <summary>Personal details that hold good, with the password in its normal form. Prints nothing of them.</summary>
public sealed record SignUpDetails
{
    private SignUpDetails(
        NationalId nationalId, ThaiMobileNumber phone, string password,
        PersonName firstName, PersonName? lastName, ThaiBirthDate birthDate)
        => (NationalId, Phone, Password, FirstName, LastName, BirthDate)
            = (nationalId, phone, password, firstName, lastName, birthDate);

    /// <summary>The ID number: a name for the account, never a secret.</summary>
    public NationalId NationalId { get; }

    /// <summary>The phone that the code goes to.</summary>
    public ThaiMobileNumber Phone { get; }

    /// <summary>The password, to be hashed and forgotten.</summary>
    public string Password { get; }

    /// <summary>First name.</summary>
    public PersonName FirstName { get; }

    /// <summary>Last name; null for a person who has none.</summary>
    public PersonName? LastName { get; }

    /// <summary>Birth date as the card tells it.</summary>
    public ThaiBirthDate BirthDate { get; }

    /// <summary>Reads all fields, and tells the flaws of all at once.</summary>
    public static bool TryParse(
        TypedDetails typed, DetailsRule rule,
        [NotNullWhen(true)] out SignUpDetails? details, [NotNullWhen(false)] out DetailsFlaws? flaws)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(rule);
        _ = NationalId.TryParse(typed.NationalId, rule.AcceptLeadingZero, out var nationalId, out var nationalIdFlaw);
        _ = ThaiMobileNumber.TryParse(typed.Phone, out var phone, out var phoneFlaw);
        _ = PersonName.TryParse(typed.FirstName, out var firstName, out var firstNameFlaw);
        var (lastName, lastNameFlaw, noLastNameFlaw) = ReadLastName(typed);
        _ = ThaiBirthDate.TryParse(
            typed.BirthDay, typed.BirthMonth, typed.BirthYear, rule.BirthDates, out var birthDate, out var birthDateFlaws);
        var passwordFlaw = PasswordRule.Check(
            typed.Password, rule.Passwords, new PasswordOwner(nationalId, phone, birthDate));
        var confirmFlaw = PasswordRule.CheckAgain(typed.Password, typed.ConfirmPassword);

        details = null;
        flaws = null;
        if (nationalId is not null && phone is not null && firstName is not null && birthDate is not null
            && lastNameFlaw is null && noLastNameFlaw is null && passwordFlaw is null && confirmFlaw is null)
        {
            var password = PasswordRule.Normalise(typed.Password ?? "");
            details = new(nationalId, phone, password, firstName, lastName, birthDate);
            return true;
        }

        flaws = new(
            nationalIdFlaw, phoneFlaw, passwordFlaw, confirmFlaw,
            firstNameFlaw, lastNameFlaw, noLastNameFlaw, birthDateFlaws);
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(SignUpDetails);

    private static (PersonName?, PersonNameFlaw?, NoLastNameFlaw?) ReadLastName(TypedDetails typed)
    {
        if (typed.NoLastName)
            return string.IsNullOrWhiteSpace(typed.LastName) ? (null, null, null) : (null, null, NoLastNameFlaw.LastNameGiven);
        _ = PersonName.TryParse(typed.LastName, out var lastName, out var flaw);
        return (lastName, flaw, null);
    }
}
