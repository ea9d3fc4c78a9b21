namespace Samachik.Rules.Register;

/// <summary>What the office's register of insured persons says of somebody's details.</summary>
public enum RegisterVerdict
{
    /// <summary>The ID number is there, with this name and this birth date.</summary>
    Matches,

    /// <summary>The ID number is there, with another name or another birth date.</summary>
    Differs,

    /// <summary>The ID number is not there.</summary>
    NotThere,
}
