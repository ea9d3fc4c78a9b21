namespace Samachik.Rules.PhoneCodes;

/// <summary>What a code is for. A code of one purpose is useless for another.</summary>
public enum CodePurpose
{
    /// <summary>Proves the phone of an unfinished sign-up.</summary>
    SignUp,

    /// <summary>Second step of a sign-in on a browser that is not known.</summary>
    SignIn,

    /// <summary>First proof on the way back to a lost account.</summary>
    Recovery,

    /// <summary>Proves the new number of a member who changes phones.</summary>
    PhoneChange,

    /// <summary>Proves the e-mail address of a member who gives one; comes by e-mail.</summary>
    EmailChange,

    /// <summary>Second proof on the way back to a lost account; comes by e-mail.</summary>
    RecoveryByEmail,
}
