using Microsoft.Extensions.Localization;
using Samachik.Rules.People;

namespace Samachik.Site.Texts;

/// <summary>Says what is wrong with a typed ID number, in the reader's language; the same wherever one is typed.</summary>
public sealed class NationalIdMessages(IStringLocalizer<SignUpTexts> texts)
{
    /// <summary>The message. What Thai keys meant is offered back only when it is a number that holds good.</summary>
    public string Of(NationalIdFlaw flaw, string? typed) =>
        flaw == NationalIdFlaw.ThaiKeyboard && NationalId.ReadThaiKeyboard(typed) is { } meant
            ? texts["NationalIdFlaw.ThaiKeyboardRead", meant] : texts[$"NationalIdFlaw.{flaw}"];

    /// <summary>What the field shows back: the digits that were meant where the Thai keyboard was on, for the person to check.</summary>
    public static string? ShownBack(NationalIdFlaw? flaw, string? typed) =>
        flaw == NationalIdFlaw.ThaiKeyboard ? NationalId.ReadThaiKeyboard(typed) ?? typed : typed;
}
