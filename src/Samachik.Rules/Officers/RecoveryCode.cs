using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Officers;

/// <summary>
/// The one-time code that an officer reads to who lost the phone: eight digits, said in two halves. It opens nothing before
/// another officer approved and the wait is over. Prints itself masked.
/// </summary>
public sealed record RecoveryCode
{
    /// <summary>How many digits.</summary>
    public const int Length = 8;

    /// <summary>Wrong tries for an ID number from one network within a day; from elsewhere its owner still can.</summary>
    public const int MostTriesOfNetwork = 5;

    private RecoveryCode(string digits) => Digits = digits;

    /// <summary>The ASCII digits. A secret: never log it.</summary>
    public string Digits { get; }

    /// <summary>As it is read out: <c>4821 9365</c>.</summary>
    public string Grouped => $"{Digits[..4]} {Digits[4..]}";

    /// <summary>Draws a code; <paramref name="roll"/> gives an even random number below its argument.</summary>
    public static RecoveryCode Draw(Func<int, int> roll) => new(PhoneCode.Draw(Length, roll).Digits);

    /// <summary>Reads what a person typed, as forgivingly as the codes by SMS are read.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out RecoveryCode? code, [NotNullWhen(false)] out PhoneCodeFlaw? flaw)
    {
        code = PhoneCode.TryParse(typed, Length, out var read, out flaw) ? new(read.Digits) : null;
        return code is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => new('•', Length);
}
