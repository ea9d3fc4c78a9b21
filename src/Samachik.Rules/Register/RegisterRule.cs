using Samachik.Rules.People;

namespace Samachik.Rules.Register;

/// <summary>What an office does with its register when somebody signs up.</summary>
public enum RegisterUse
{
    /// <summary>Nobody asks it.</summary>
    Off,

    /// <summary>Who fits it gets a higher level.</summary>
    Raise,

    /// <summary>Who does not fit it cannot finish.</summary>
    Demand,
}

/// <summary>What follows for a sign-up.</summary>
public enum RegisterAnswer
{
    /// <summary>The account is made, at the level "matched".</summary>
    Raises,

    /// <summary>The account is made, at the level "self-asserted".</summary>
    Passes,

    /// <summary>No account is made before the details are corrected.</summary>
    Refuses,
}

/// <summary>How the register is used at sign-up.</summary>
/// <param name="Use">What is done with it.</param>
/// <param name="PassesForeign">Whether ID numbers of people who may not be in it are let through without a match.</param>
public sealed record RegisterRule(RegisterUse Use, bool PassesForeign)
{
    /// <summary>Whether a sign-up with this ID number can fail because of the register.</summary>
    public bool MayRefuse(NationalId id) => Use switch
    {
        RegisterUse.Off or RegisterUse.Raise => false,
        RegisterUse.Demand => !(PassesForeign && IsForeign(id)),
    };

    /// <summary>What a verdict of the register means for a sign-up with this ID number.</summary>
    public RegisterAnswer Answer(NationalId id, RegisterVerdict verdict) => verdict switch
    {
        RegisterVerdict.Matches => RegisterAnswer.Raises,
        // One answer for both: whoever could tell them apart would learn which numbers are in the register.
        RegisterVerdict.Differs or RegisterVerdict.NotThere => MayRefuse(id) ? RegisterAnswer.Refuses : RegisterAnswer.Passes,
    };

    /// <summary>Whether the first digit says: a foreigner, a child of one, somebody registered later or without status.</summary>
    public static bool IsForeign(NationalId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Digits[0] is '0' or '6' or '7' or '8';
    }
}
