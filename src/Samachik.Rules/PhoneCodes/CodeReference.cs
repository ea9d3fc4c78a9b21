using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.PhoneCodes;

/// <summary>
/// The four letters that tell a person which SMS belongs to which page. Not a secret. Consonants only, so that no
/// word can come of it, and none that is taken for a digit.
/// </summary>
public static class CodeReference
{
    /// <summary>How many letters a reference has.</summary>
    public const int Length = 4;

    private const string Letters = "BCDFGHJKMNPQRTVWXYZ";

    /// <summary>Draws a reference; <paramref name="roll"/> gives an even random number below its argument.</summary>
    public static string Draw(Func<int, int> roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        return string.Create(Length, roll, static (span, roll) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Letters[roll(Letters.Length)];
        });
    }

    /// <summary>Reads a reference as somebody types it who hears it: small letters and spaces are understood.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out string? reference)
    {
        var letters = new string([.. (typed ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-'))]);
        reference = letters.Length == Length && letters.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? letters : null;
        return reference is not null;
    }
}
