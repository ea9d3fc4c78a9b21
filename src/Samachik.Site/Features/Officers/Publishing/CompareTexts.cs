using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Samachik.Rules.Agreements;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>What became of a line from one version to the next.</summary>
public enum LineChange
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is in the new one alone.</summary>
    Added,

    /// <summary>It is in the old one alone.</summary>
    Removed,

    /// <summary>Lines that are in both and far from any change; the text is how many.</summary>
    Skipped,
}

/// <summary>One line of a comparison.</summary>
public sealed record ComparedLine(LineChange Change, string Text);

/// <summary>Two versions of a text, line by line.</summary>
public sealed record Comparison(ReadingLanguage Language, IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>How many lines are new.</summary>
    public int Added => Lines.Count(line => line.Change == LineChange.Added);

    /// <summary>How many lines are gone.</summary>
    public int Removed => Lines.Count(line => line.Change == LineChange.Removed);
}

/// <summary>Compares a draft with the version in force.</summary>
public static class CompareTexts
{
    // Lines around a change that say where it is.
    private const int Around = 2;

    /// <summary>Titles and texts of one language.</summary>
    public static Comparison Of(Agreement before, Agreement after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var diff = InlineDiffBuilder.Diff(Whole(before), Whole(after), ignoreWhiteSpace: false);
        List<ComparedLine> lines = [.. diff.Lines.Select(piece => new ComparedLine(Change(piece.Type), piece.Text ?? "")).Where(line => line.Text.Trim().Length > 0)];
        return new(after.Language, Shortened(lines));
    }

    private static string Whole(Agreement agreement) => $"{agreement.Title}\n\n{agreement.Text}";

    private static LineChange Change(ChangeType type) => type switch
    {
        ChangeType.Inserted => LineChange.Added,
        ChangeType.Deleted => LineChange.Removed,
        ChangeType.Unchanged or ChangeType.Imaginary or ChangeType.Modified => LineChange.Same,
    };

    private static List<ComparedLine> Shortened(List<ComparedLine> lines)
    {
        var isNear = new bool[lines.Count];
        for (var at = 0; at < lines.Count; at++)
            if (lines[at].Change != LineChange.Same)
                for (var near = Math.Max(0, at - Around); near <= Math.Min(lines.Count - 1, at + Around); near++) isNear[near] = true;
        var shown = new List<ComparedLine>();
        for (var at = 0; at < lines.Count; at++)
        {
            var from = at;
            while (at < lines.Count && !isNear[at]) at++;
            if (at > from) shown.Add(new(LineChange.Skipped, $"{at - from}"));
            if (at < lines.Count) shown.Add(lines[at]);
        }

        return shown;
    }
}
