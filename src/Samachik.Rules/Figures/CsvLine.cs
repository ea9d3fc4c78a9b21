using System.Text;

namespace Samachik.Rules.Figures;

/// <summary>
/// Lines of a table for Excel. Every cell stands in quotation marks, and none is a formula: what a stranger typed may
/// stand in it, and a spreadsheet runs a cell that begins as one.
/// </summary>
public static class CsvLine
{
    // The wide ones are folded to narrow ones by some spreadsheets.
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    /// <summary>One line with its end.</summary>
    public static string Of(params IEnumerable<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var line = new StringBuilder();
        foreach (var cell in cells) line.Append(line.Length > 0 ? "," : "").Append('"').Append(Harmless(cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return line.Append("\r\n").ToString();
    }

    private static string Harmless(string cell) => cell.Length > 0 && Beginnings.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;
}
