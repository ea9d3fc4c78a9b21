namespace Samachik.Rules.SignUp;

/// <summary>The places of a sign-up. Where a journey stands is derived from its facts and stored nowhere.</summary>
public enum SignUpStep
{
    /// <summary>Step 1: the two documents.</summary>
    Agreement,

    /// <summary>Step 2: personal details.</summary>
    Details,

    /// <summary>Step 3: the code by SMS.</summary>
    PhoneCode,

    /// <summary>The end for an ID number that has an account already.</summary>
    Registered,

    /// <summary>The end for a new member.</summary>
    Done,
}
