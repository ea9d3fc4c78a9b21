namespace Samachik.Rules.Passwords;

/// <summary>Why a new password is refused.</summary>
public enum PasswordFlaw
{
    /// <summary>Nothing was typed, or only spaces.</summary>
    Missing,

    /// <summary>Fewer characters than the rule asks for.</summary>
    TooShort,

    /// <summary>More characters than the rule takes.</summary>
    TooLong,

    /// <summary>Thai letters under <see cref="PasswordRuleKind.Office"/>: the Thai keyboard is most likely on.</summary>
    ThaiLetters,

    /// <summary>A character that the rule does not take.</summary>
    OtherCharacters,

    /// <summary>On the list of common passwords.</summary>
    Common,

    /// <summary>The person's own ID number.</summary>
    OwnNationalId,

    /// <summary>The person's own phone number.</summary>
    OwnPhone,

    /// <summary>The person's own birth date.</summary>
    OwnBirthDate,
}
