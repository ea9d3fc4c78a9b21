using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Rules.SignUp;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary>Reads a new password that was typed twice, and says what is wrong with it at its fields, as the sign-up does.</summary>
public sealed class NewPasswordMessages(IStringLocalizer<SignUpTexts> texts, SiteSettings settings)
{
    /// <summary>The password in its normal form; null when something was told.</summary>
    public string? Read(string? password, string? confirm, PasswordOwner owner, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var flaw = PasswordRule.Check(password, settings.Passwords.Rule, owner);
        if (flaw is not null) state.AddModelError("Password", Of(flaw.Value));
        if (string.IsNullOrEmpty(confirm)) state.AddModelError("ConfirmPassword", Of(ConfirmPasswordFlaw.Missing));
        else if (!string.Equals(password, confirm, StringComparison.Ordinal))
            state.AddModelError("ConfirmPassword", Of(ConfirmPasswordFlaw.NotTheSame));
        return state.IsValid ? PasswordRule.Normalise(password ?? "") : null;
    }

    private string Of(PasswordFlaw flaw) => texts[$"PasswordFlaw.{settings.Passwords.Rule}.{flaw}"] is { ResourceNotFound: false } own
        ? own : texts[$"PasswordFlaw.{flaw}"];

    private string Of(ConfirmPasswordFlaw flaw) => texts[$"ConfirmPasswordFlaw.{flaw}"];
}
