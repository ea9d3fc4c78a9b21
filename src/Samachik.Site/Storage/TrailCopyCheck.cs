using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Storage;

/// <summary>How a copy of the trail is not what it should be.</summary>
public enum CopyBreak
{
    /// <summary>Its last line is no signature line: it was broken off, or is no copy.</summary>
    NoSignature,

    /// <summary>It names an audit key that is not here.</summary>
    KeyMissing,

    /// <summary>What the last line says is not what was signed.</summary>
    NotSigned,

    /// <summary>The lines before it are not those that were signed.</summary>
    Changed,

    /// <summary>It is as it was signed, but an entry in it is not as the site wrote it: the trail was changed before.</summary>
    Forged,
}

/// <summary>What the check of a copy came to.</summary>
/// <param name="Copy">What the last line says; null when it says nothing.</param>
/// <param name="Break">What is wrong; null: it is intact.</param>
/// <param name="Line">The first line that is no entry as the site writes it, from 1; null: there is none.</param>
public sealed record CopyReport(TrailCopy? Copy, CopyBreak? Break, long? Line);

/// <summary>Checks a signed copy of the trail line by line, without the database: the audit keys are enough.</summary>
public sealed class TrailCopyCheck(AuditKeys keys)
{
    /// <summary>Checks it all.</summary>
    public async Task<CopyReport> RunAsync(Stream file, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (held, count, wrong) = (Array.Empty<byte>(), 0L, (long?)null);
        await foreach (var line in LinesAsync(file, stop))
        {
            if (held.Length > 0)
            {
                digest.AppendData(held);
                count++;
                if (wrong is null && (TrailCopy.ReadEntry(held) is not { } entry || !keys.IsOurs(entry))) wrong = count;
            }

            held = line;
        }

        return TrailCopy.TryRead(held, out var copy, out var signature)
            ? new(copy, BreakOf(copy, signature, digest.GetHashAndReset(), count, wrong), wrong) : new(null, CopyBreak.NoSignature, wrong);
    }

    private CopyBreak? BreakOf(TrailCopy copy, byte[] signature, byte[] digest, long count, long? wrong) =>
        !keys.HasKeyOf(copy) ? CopyBreak.KeyMissing
        : !keys.IsSigned(copy, signature) ? CopyBreak.NotSigned
        : copy.Count != count || !copy.Digest.Span.SequenceEqual(digest) ? CopyBreak.Changed
        : wrong is not null ? CopyBreak.Forged : null;

    private static async IAsyncEnumerable<byte[]> LinesAsync(Stream file, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = PipeReader.Create(file);
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var next = rest.GetPosition(1, end);
                yield return rest.Slice(0, next).ToArray();
                rest = rest.Slice(next);
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty) yield return rest.ToArray();
                await reader.CompleteAsync();
                yield break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
    }
}
