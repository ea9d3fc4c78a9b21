using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Officers;

/// <summary>The number by which somebody of the staff signs in, such as <c>482-193</c>. It is drawn, tells nothing, and is no secret.</summary>
public sealed record OfficerNumber
{
    private const int Length = 6;

    private OfficerNumber(string digits) => Digits = digits;

    /// <summary>Six digits, as they are kept.</summary>
    public string Digits { get; }

    /// <summary>As it is shown and read aloud.</summary>
    public string Grouped => $"{Digits[..3]}-{Digits[3..]}";

    /// <summary>Draws a number; <paramref name="roll"/> gives an even random number below its argument.</summary>
    public static OfficerNumber Draw(Func<int, int> roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        return new(string.Create(Length, roll, static (span, roll) =>
        {
            span[0] = (char)('1' + roll(9));
            for (var i = 1; i < span.Length; i++) span[i] = (char)('0' + roll(10));
        }));
    }

    /// <summary>Reads a number as typed: Thai digits, spaces and hyphens are understood.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out OfficerNumber? number)
    {
        var digits = new string([.. ThaiDigits.ToAscii(typed ?? "").Where(c => c is not (' ' or '-'))]);
        number = digits.Length == Length && digits.All(char.IsAsciiDigit) ? new(digits) : null;
        return number is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Grouped;
}
