using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>In which form a copy is taken.</summary>
public enum CopyForm
{
    /// <summary>Lines of JSON with a signature: evidence.</summary>
    Lines,

    /// <summary>A table, to be read in a spreadsheet; not signed.</summary>
    Table,
}

/// <summary>What became of the wish for a copy.</summary>
public enum CopyVerdict
{
    /// <summary>It is recorded and can be written.</summary>
    Ready,

    /// <summary>There are more entries than one copy holds.</summary>
    TooMany,

    /// <summary>More of the trail would have to be looked through than is at once.</summary>
    TooWide,

    /// <summary>It could not be recorded.</summary>
    ChangedMeanwhile,
}

/// <summary>Takes a copy of what a search found: recorded before the first byte, written batch by batch, never held whole.</summary>
public sealed class CopyTrail(
    TrailPages pages, TrailLines lines, AuditKeys keys, AuditTrail trail, MembersDb db, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Entries in a copy at most.</summary>
    public const int MostEntries = 50_000;

    private const int Batch = 500;

    /// <summary>That number as it is read.</summary>
    public static string Most { get; } = MostEntries.ToString("N0", CultureInfo.InvariantCulture);

    private static readonly string[] Columns =
        ["id", "at", "act", "words", "actor", "actorId", "memberId", "sessionId", "detail", "network", "mac"];

    /// <summary>Counts, and records that the copy is taken.</summary>
    public async Task<CopyVerdict> RecordAsync(TrailQuery query, CopyForm form, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(query);
        var count = await pages.CountAsync(query, MostEntries, stop);
        if (count.Entries > MostEntries) return CopyVerdict.TooMany;
        if (!count.IsWhole) return CopyVerdict.TooWide;
        trail.Add(
            db, AuditAct.TrailExported, query.Member, current.Network, time.GetUtcNow(), AuditActor.Officer, current.SessionId, query.Detail($"{form}"), current.Id);
        return await db.SaveActAsync() == SaveVerdict.Saved ? CopyVerdict.Ready : CopyVerdict.ChangedMeanwhile;
    }

    /// <summary>Writes it. Broken off, it has no last line, and no check takes it for whole.</summary>
    public Task WriteAsync(TrailQuery query, CopyForm form, HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var (kind, ending) = form switch
        {
            CopyForm.Lines => ("application/jsonl", "jsonl"),
            CopyForm.Table => ("text/csv", "csv"),
        };
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        response.ContentType = $"{kind}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"samachik-trail-{stamp}.{ending}\"";
        return form switch
        {
            CopyForm.Lines => WriteLinesAsync(query, response.Body, response.HttpContext.RequestAborted),
            CopyForm.Table => WriteTableAsync(query, response.Body, response.HttpContext.RequestAborted),
        };
    }

    private async Task WriteLinesAsync(TrailQuery query, Stream body, CancellationToken stop)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await foreach (var batch in BatchesAsync(query, stop))
        {
            byte[] written = [.. batch.SelectMany(TrailCopy.LineOf)];
            digest.AppendData(written);
            count += batch.Count;
            await body.WriteAsync(written, stop);
        }

        var copy = new TrailCopy(digest.GetHashAndReset(), count, query.Describe(), time.GetUtcNow(), current.Number, keys.Current);
        await body.WriteAsync(copy.LastLine(keys.Sign(copy)), stop);
    }

    private async Task WriteTableAsync(TrailQuery query, Stream body, CancellationToken stop)
    {
        await body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), stop);
        await body.WriteAsync(Encoding.UTF8.GetBytes(CsvLine.Of(Columns)), stop);
        await foreach (var batch in BatchesAsync(query, stop))
            await body.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(batch.Select(Row))), stop);
    }

    private string Row(AuditRecord entry) => CsvLine.Of(
        entry.Id.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.Act, lines.WordOf(entry.Act), entry.Actor, entry.ActorId, entry.MemberId, entry.SessionId, entry.Detail,
        Convert.ToHexStringLower(entry.Network.Span), Convert.ToHexStringLower(entry.Mac.Span));

    private async IAsyncEnumerable<IReadOnlyList<AuditRecord>> BatchesAsync(
        TrailQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        TrailPlace? after = null;
        do
        {
            var page = await pages.ReadAsync(query, after, Batch, stop);
            yield return page.Entries;
            after = page.Next;
        }
        while (after is not null);
    }
}
