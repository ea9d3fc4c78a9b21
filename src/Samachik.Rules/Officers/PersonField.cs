namespace Samachik.Rules.Officers;

/// <summary>A field of a person's data that is masked until an officer says why it is needed.</summary>
public enum PersonField
{
    /// <summary>National ID number.</summary>
    NationalId,

    /// <summary>First and last name.</summary>
    FullName,

    /// <summary>Mobile phone on file.</summary>
    Phone,

    /// <summary>E-mail address on file.</summary>
    Email,

    /// <summary>Birth date as the card tells it.</summary>
    BirthDate,
}
