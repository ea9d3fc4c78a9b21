using System.Globalization;

namespace Samachik.Site.Texts;

/// <summary>
/// How many, in a text that has to choose a word by it: "{0} {0:second|seconds}". Thai needs no choice and says "{0}" alone.
/// </summary>
public readonly record struct Count(int Number) : IFormattable
{
    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => format?.Split('|') is [var one, var many]
        ? Number == 1 ? one : many
        : Number.ToString(format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => ToString(null, null);
}
