using CsvHelper;
using Samachik.Rules.Register;

namespace Samachik.Site.Commands;

/// <summary>One row of the register's file. Prints nothing of it.</summary>
/// <param name="Number">The line of the file, counted from 1.</param>
/// <param name="Columns">Its columns; of a row that is no such row, as many as there are.</param>
/// <param name="Fault">What makes it no such row; null: it may be read.</param>
public sealed record RegisterLine(long Number, InsuredPersonColumns Columns, string? Fault)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RegisterLine);
}

/// <summary>The register's file cannot be read at all. The message tells nothing of what stands in it.</summary>
public sealed class RegisterFileException(string message) : Exception(message);

/// <summary>
/// Reads the register's file: UTF-8 with or without a mark, columns by the names in its first line. A line break always
/// ends a row, so that one quotation mark too many cannot hide those behind it.
/// </summary>
public sealed class RegisterFile : IDisposable
{
    /// <summary>The columns that the file must have, in any order.</summary>
    public static readonly string[] ColumnNames = ["national_id", "first_name", "last_name", "birth_date"];

    private const int LongestRow = 64 * 1024;

    private readonly FileStream stream;
    private readonly CsvReader reader;
    private readonly HashSet<long> badlyQuoted = [];

    /// <summary>Opens the file.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public RegisterFile(string path)
    {
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            TrackLineNumbers = true, AllowLineBreaksInQuotes = false, IncludeValuesInExceptions = false, MaxRecordSize = LongestRow,
            OnMalformedRecord = record => badlyQuoted.Add(record.LineNumber),
        });
    }

    /// <summary>How long it is.</summary>
    public long Length => stream.Length;

    /// <summary>How far it is read.</summary>
    public long Position => stream.Position;

    /// <summary>All rows, so many at a time.</summary>
    /// <exception cref="RegisterFileException">The first line does not name the columns, or a row has no end.</exception>
    public IEnumerable<RegisterLine[]> Batches(int size) => Lines().Chunk(size);

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private IEnumerable<RegisterLine> Lines()
    {
        var at = ReadHeader();
        var width = reader.Headers.Count;
        while (MoveNext())
        {
            var number = reader.LineNumber;
            var columns = new InsuredPersonColumns(Field(at[0]), Field(at[1]), Field(at[2]), Field(at[3]));
            yield return new(number, columns, badlyQuoted.Remove(number) ? "quotation marks" : reader.FieldCount != width ? "number of columns" : null);
        }
    }

    private int[] ReadHeader()
    {
        try
        {
            reader.ReadHeader();
        }
        catch (CsvFormatException)
        {
            throw new RegisterFileException("line 1 cannot be read");
        }

        return [.. ColumnNames.Select(name => reader.TryGetFieldIndex(name, out var index) ? index
            : throw new RegisterFileException($"line 1 names no column {name}; it must be {string.Join(',', ColumnNames)}"))];
    }

    private bool MoveNext()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new RegisterFileException("a row is longer than 64 kB; this is no such file");
        }
    }

    private string Field(int index) => index < reader.FieldCount ? reader.GetString(index) : "";
}
