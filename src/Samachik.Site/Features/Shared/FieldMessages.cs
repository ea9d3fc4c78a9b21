using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Rules.People;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary>Says in the reader's language what is wrong with a number or a password, alike on every page that asks for it.</summary>
public sealed class FieldMessages(IStringLocalizer<SignUpTexts> texts, SiteSettings settings)
{
    /// <summary>Of an ID number; offered back only when what the keys meant is a number that holds good.</summary>
    public string Of(NationalIdFlaw flaw, string? typed) =>
        flaw == NationalIdFlaw.ThaiKeyboard && NationalId.ReadThaiKeyboard(typed) is { } meant
            ? texts["NationalIdFlaw.ThaiKeyboardRead", meant] : texts[$"NationalIdFlaw.{flaw}"];

    /// <summary>Of a mobile number, likewise.</summary>
    public string Of(MobileNumberFlaw flaw, string? typed) =>
        flaw == MobileNumberFlaw.ThaiKeyboard && ThaiMobileNumber.ReadThaiKeyboard(typed) is { } meant
            ? texts["MobileNumberFlaw.ThaiKeyboardRead", meant] : texts[$"MobileNumberFlaw.{flaw}"];

    /// <summary>Of a new password, by the rule of the site.</summary>
    public string Of(PasswordFlaw flaw) => Of(flaw, settings.Passwords.Rule);

    /// <summary>Of a password under a rule of its own.</summary>
    public string Of(PasswordFlaw flaw, PasswordRuleKind rule) => texts[$"PasswordFlaw.{rule}.{flaw}"] is { ResourceNotFound: false } own
        ? own : texts[$"PasswordFlaw.{flaw}"];

    /// <summary>Of its repetition.</summary>
    public string Of(ConfirmPasswordFlaw flaw) => texts[$"ConfirmPasswordFlaw.{flaw}"];

    /// <summary>What an ID number's field shows back: the digits that were meant where the Thai keyboard was on, for the person to check.</summary>
    public static string? ShownBack(NationalIdFlaw? flaw, string? typed) =>
        flaw == NationalIdFlaw.ThaiKeyboard ? NationalId.ReadThaiKeyboard(typed) ?? typed : typed;
}
