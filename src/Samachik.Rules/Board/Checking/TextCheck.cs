using System.Text;

namespace Samachik.Rules.Board.Checking;

/// <summary>All that detectors marked in one text. It holds no letter of it.</summary>
public sealed class TextCheck
{
    /// <summary>What stands for a masked place; no detector reads it.</summary>
    public const string Masked = "███";

    private TextCheck(IReadOnlyList<TextMark> marks) => Marks = marks;

    /// <summary>By place; places of different detectors may overlap.</summary>
    public IReadOnlyList<TextMark> Marks { get; }

    /// <summary>The gravest of the marks.</summary>
    public CheckVerdict Verdict => Marks.Count == 0 ? CheckVerdict.Pass : Marks.Max(mark => mark.Verdict);

    /// <summary>Brings together what one or several detectors marked.</summary>
    public static TextCheck Of(params IEnumerable<TextMark> marks) =>
        new([.. marks.OrderBy(mark => mark.Start).ThenBy(mark => mark.Length)]);

    /// <summary>The text with every marked place covered, to be offered to the author.</summary>
    /// <param name="text">The text that was looked at.</param>
    /// <param name="least">Places that ask for less stay.</param>
    /// <exception cref="ArgumentException">A mark lies outside the text.</exception>
    public string Mask(string text, CheckVerdict least = CheckVerdict.Hold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var mark in Marks.Where(mark => mark.Verdict >= least && mark.Kind != MarkKind.NotLookedThrough))
        {
            if (mark.End > text.Length) throw new ArgumentException("The marks are of another text.", nameof(text));
            if (mark.Start >= at) masked.Append(text, at, mark.Start - at).Append(Masked);
            at = Math.Max(at, mark.End);
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The verdict and how many marks.</summary>
    public override string ToString() => $"{Verdict}: {Marks.Count}";
}
