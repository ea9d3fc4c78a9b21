namespace Samachik.Rules.Figures;

/// <summary>How far a sign-up came. Who reached one step has reached those before it.</summary>
public enum FunnelStep
{
    /// <summary>Both documents were accepted: a sign-up begins.</summary>
    Agreed,

    /// <summary>The details held good.</summary>
    DetailsGiven,

    /// <summary>A code was sent.</summary>
    CodeSent,

    /// <summary>The phone was proven by a code.</summary>
    PhoneProven,

    /// <summary>It became an account; else the ID number had one already.</summary>
    BecameMember,
}
