using Samachik.Rules.People;
using Samachik.Rules.Register;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Commands;

/// <summary>What became of an import.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Rejected">Those that were not taken.</param>
/// <param name="Missing">People who were in the register before and are not in the file.</param>
/// <param name="Removed">Those of them who were removed: all or none.</param>
/// <param name="People">How many are in the register now.</param>
public sealed record RegisterReport(long Rows, long Rejected, int Missing, int Removed, int People)
{
    /// <summary>Whether any row was taken.</summary>
    public bool TookAny => Rows > Rejected;
}

/// <summary>
/// Brings the register into step with a file. Every batch is whole by itself and carries this import's stamp; who has an older
/// one goes once the whole file was read. So it may be stopped at any time, and begun anew.
/// </summary>
public sealed class ImportRegister(RegisterTable table, RegisterWriter writer, SiteSettings settings, TimeProvider time)
{
    private const int Batch = 20_000, FewMissing = 1_000, PartMissing = 10;

    /// <summary>Reads the file to its end.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rejected">Where rows go that are not taken.</param>
    /// <param name="removesUpTo">So many people may be removed; null: a thousand, or a tenth of those that were there.</param>
    /// <param name="progress">Told how much of the file is read, now and then.</param>
    public async Task<RegisterReport> RunAsync(RegisterFile file, RejectedRows rejected, int? removesUpTo, Action<long> progress)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rejected);
        ArgumentNullException.ThrowIfNull(progress);
        var (before, stamp) = (await table.CountAsync(), await table.NextStampAsync(time.GetUtcNow()));
        var limits = new BirthDateLimits(BangkokTime.Today(time), 0, settings.SignUp.MaximumAge);
        var (rows, writing) = (0L, Task.CompletedTask);
        try
        {
            foreach (var batch in file.Batches(Batch))
            {
                // While one batch is written, the next is read and hashed, on every core.
                var read = batch.AsParallel().AsOrdered().Select(line => Read(line, limits, stamp)).ToList();
                await writing;
                foreach (var row in read)
                    if (row.Reason is { } reason) rejected.Add(row.Line, reason);
                rows += read.Count;
                progress(file.Position);
                writing = Task.Run(() => WriteAsync(read, stamp));
            }
        }
        finally
        {
            await writing;
        }

        return rows > rejected.Count
            ? await EndAsync(new(rows, rejected.Count, 0, 0, 0), stamp, removesUpTo ?? Math.Max(FewMissing, before / PartMissing))
            : new(rows, rejected.Count, 0, 0, before);
    }

    private async Task<RegisterReport> EndAsync(RegisterReport report, DateTimeOffset stamp, int mostRemoved)
    {
        var missing = await table.CountOlderAsync(stamp);
        var removed = missing <= mostRemoved ? await table.RemoveOlderAsync(stamp) : 0;
        return report with { Missing = missing, Removed = removed, People = await table.CountAsync() };
    }

    private ReadRow Read(RegisterLine line, BirthDateLimits limits, DateTimeOffset stamp)
    {
        if (line.Fault is not null) return new(line, null, null, line.Fault);
        return InsuredPerson.TryParse(line.Columns, limits, out var person, out var flaws)
            ? new(line, table.EntryOf(person, stamp), null, null) : new(line, null, flaws.Whose, flaws.Reason);
    }

    // Of several rows of one person the last one holds.
    private async Task WriteAsync(List<ReadRow> read, DateTimeOffset stamp)
    {
        var entries = new Dictionary<string, RegisterEntryRow>(read.Count, StringComparer.Ordinal);
        foreach (var entry in read.Select(row => row.Entry).OfType<RegisterEntryRow>()) entries[Convert.ToHexString(entry.NationalIdHash)] = entry;
        if (entries.Count > 0) await writer.WriteAsync([.. entries.Values]);
        await table.KeepAsync(read.Select(row => row.Whose).OfType<NationalId>(), stamp);
    }

    private sealed class ReadRow(RegisterLine line, RegisterEntryRow? entry, NationalId? whose, string? reason)
    {
        public RegisterLine Line => line;

        public RegisterEntryRow? Entry => entry;

        public NationalId? Whose => whose;

        public string? Reason => reason;
    }
}
