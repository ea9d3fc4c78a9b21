namespace Samachik.Rules.Passwords;

/// <summary>Which rule new passwords keep; a setting of the site.</summary>
public enum PasswordRuleKind
{
    /// <summary>The office's published rule: a-z, A-Z and 0-9 only, at least 6.</summary>
    Office,

    /// <summary>NIST SP 800-63B-4 for a password beside a second factor: any character, at least 8.</summary>
    Standard,
}
