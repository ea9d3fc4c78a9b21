using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.People;

/// <summary>Why a typed e-mail address was refused.</summary>
public enum EmailAddressFlaw
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>There are Thai letters in it: most likely the Thai keyboard is on.</summary>
    ThaiKeyboard,

    /// <summary>It is not of the form name@place.domain.</summary>
    NotAnAddress,

    /// <summary>It is longer than any address can be.</summary>
    TooLong,
}

/// <summary>
/// An e-mail address as it can be written to: ASCII, one @, a name of up to 64 and a domain of at least two labels
/// (RFC 5321, 4.5.3.1; quoted names and bare hosts are left out, for no provider gives them to people).
/// </summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321: a path of 256 less its two brackets.</summary>
    public const int MaxLength = 254;

    private const int MaxName = 64, MaxLabel = 63;
    private const string NameSigns = "!#$%&'*+-/=?^_`{|}~.";

    private EmailAddress(string text) => Text = text;

    /// <summary>The address; its domain in lower case.</summary>
    public string Text { get; }

    /// <summary>For finding and comparing: all in lower case, as every provider that matters reads it.</summary>
    public string Canonical => Text.ToLowerInvariant();

    /// <summary>With the first letter of the name only: s…@example.com.</summary>
    public string Masked => $"{Text[0]}…{Text[Text.IndexOf('@', StringComparison.Ordinal)..]}";

    /// <summary>Tells nothing.</summary>
    public override string ToString() => "…@…";

    /// <summary>Reads an address as typed; Thai digits are understood, spaces around it are taken off.</summary>
    public static bool TryParse(
        string? typed, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out EmailAddressFlaw? flaw)
    {
        (address, flaw) = (null, null);
        var text = ThaiDigits.ToAscii(typed ?? "").Trim();
        if (text.Length == 0) flaw = EmailAddressFlaw.Missing;
        else if (text.Length > MaxLength) flaw = EmailAddressFlaw.TooLong;
        else if (ThaiKeyboard.HasThaiLetters(text)) flaw = EmailAddressFlaw.ThaiKeyboard;
        else if (text.Split('@') is not [var name, var domain] || !IsName(name) || !IsDomain(domain)) flaw = EmailAddressFlaw.NotAnAddress;
        else address = new EmailAddress($"{name}@{domain.ToLowerInvariant()}");
        return address is not null;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= MaxName
        && name.All(c => char.IsAsciiLetterOrDigit(c) || NameSigns.Contains(c, StringComparison.Ordinal))
        && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2 && labels.All(IsLabel) && labels[^1].Any(char.IsAsciiLetter);
    }

    private static bool IsLabel(string label) => label.Length is > 0 and <= MaxLabel
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
