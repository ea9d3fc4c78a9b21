using Microsoft.Extensions.Localization;
using Samachik.Rules.People;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Says what is wrong with a typed phone or e-mail address.</summary>
public sealed class AddressMessages(IStringLocalizer<SignUpTexts> signUp, IStringLocalizer<MyAccountTexts> texts)
{
    /// <summary>Of a phone, as the sign-up does. What a Thai keyboard meant is offered back only when it holds good.</summary>
    public string Of(MobileNumberFlaw flaw, string? typed) =>
        flaw == MobileNumberFlaw.ThaiKeyboard && ThaiMobileNumber.ReadThaiKeyboard(typed) is { } meant
            ? signUp["MobileNumberFlaw.ThaiKeyboardRead", meant] : signUp[$"MobileNumberFlaw.{flaw}"];

    /// <summary>Of an e-mail address.</summary>
    public string Of(EmailAddressFlaw flaw) => texts[$"EmailAddressFlaw.{flaw}"];
}
