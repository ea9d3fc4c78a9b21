namespace Samachik.Rules.Passwords;

/// <summary>Why the second password is refused.</summary>
public enum ConfirmPasswordFlaw
{
    /// <summary>It was not typed.</summary>
    Missing,

    /// <summary>The two are not the same.</summary>
    NotTheSame,
}
