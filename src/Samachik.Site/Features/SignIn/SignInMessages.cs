using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>Says what became of an ID number and a password, in the reader's language.</summary>
public sealed class SignInMessages(IStringLocalizer<SignInTexts> texts)
{
    /// <summary>Why a typed password cannot be looked at; null when it can. It tells nothing of any account.</summary>
    public string? FlawOf(string? password) =>
        string.IsNullOrWhiteSpace(password) ? texts["Password.Missing"].Value
        : password.Length > PasswordRule.LongestRead ? texts["Password.TooLong"].Value : null;

    /// <summary>Why it went no further.</summary>
    public string Of(SignInOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Verdict switch
        {
            SignInVerdict.Slowed => texts["SignInVerdict.Slowed", SpokenDuration.RoundedUp(outcome.Wait ?? TimeSpan.Zero, Languages.Current)],
            SignInVerdict.PasswordRight or SignInVerdict.Wrong or SignInVerdict.PasswordDisabled or SignInVerdict.Busy
                or SignInVerdict.ChangedMeanwhile or SignInVerdict.PressedBefore => texts[$"SignInVerdict.{outcome.Verdict}"],
        };
    }
}
