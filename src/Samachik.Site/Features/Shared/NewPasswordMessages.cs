using Microsoft.AspNetCore.Mvc.ModelBinding;
using Samachik.Rules.Passwords;
using Samachik.Site.Settings;

namespace Samachik.Site.Features.Shared;

/// <summary>Reads a new password that was typed twice, and says what is wrong with it at its fields, as the sign-up does.</summary>
public sealed class NewPasswordMessages(FieldMessages fields, SiteSettings settings)
{
    /// <summary>The password in its normal form; null when something was told.</summary>
    public string? Read(string? password, string? confirm, PasswordOwner owner, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var flaw = PasswordRule.Check(password, settings.Passwords.Rule, owner);
        if (flaw is not null) state.AddModelError("Password", fields.Of(flaw.Value));
        if (string.IsNullOrEmpty(confirm)) state.AddModelError("ConfirmPassword", fields.Of(ConfirmPasswordFlaw.Missing));
        else if (!string.Equals(password, confirm, StringComparison.Ordinal))
            state.AddModelError("ConfirmPassword", fields.Of(ConfirmPasswordFlaw.NotTheSame));
        return state.IsValid ? PasswordRule.Normalise(password ?? "") : null;
    }
}
