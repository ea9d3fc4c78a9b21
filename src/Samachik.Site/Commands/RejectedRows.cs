using System.Globalization;
using CsvHelper;

namespace Samachik.Site.Commands;

/// <summary>
/// The file of the rows that were not taken, with line and reason, for whoever corrects them. It holds personal data: only its
/// owner may read it. It is there only when there are such rows.
/// </summary>
public sealed class RejectedRows : IDisposable
{
    private CsvWriter? writer;

    /// <summary>The file that belongs to a register's file; one of an earlier import goes.</summary>
    public RejectedRows(string registerFile)
    {
        Path = System.IO.Path.ChangeExtension(registerFile, "rejected.csv");
        File.Delete(Path);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(RegisterLine line, string reason)
    {
        ArgumentNullException.ThrowIfNull(line);
        writer ??= Begin();
        var columns = line.Columns;
        writer.WriteRecord(
            [line.Number.ToString(CultureInfo.InvariantCulture), reason, columns.NationalId, columns.FirstName, columns.LastName, columns.BirthDate]);
        Count++;
    }

    /// <inheritdoc/>
    public void Dispose() => writer?.Dispose();

    // Made anew, so that nobody has it open or has put a link in its place; whatever a spreadsheet would run is only text.
    private CsvWriter Begin()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var begun = CsvWriter.Create(new FileStream(Path, options), new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape });
        begun.WriteRecord(["line", "reason", .. RegisterFile.ColumnNames]);
        return begun;
    }
}
