using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samachik.Rules.Audit;

/// <summary>
/// A copy of entries, as lines of JSON: one entry a line, and a last line that says what the copy is and is signed.
/// The signature covers every byte before that line, and all that the line says.
/// </summary>
/// <param name="Digest">SHA-256 of all bytes before the last line.</param>
/// <param name="Count">How many entries there are.</param>
/// <param name="Query">Which entries, in words.</param>
/// <param name="At">When it was taken, to the millisecond.</param>
/// <param name="By">The staff number of who took it.</param>
/// <param name="KeyId">The number of the key that signs.</param>
public sealed record TrailCopy(ReadOnlyMemory<byte> Digest, long Count, string Query, DateTimeOffset At, string By, long KeyId)
{
    private const string Format = "samachik-trail-copy-1";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // Lines of a file, never a part of a page: Thai letters stand as they are.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string SpelledAt => At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    /// <summary>The bytes that are signed. A line per part: none of them holds a line break.</summary>
    public byte[] SignedBytes() => Encoding.UTF8.GetBytes(string.Join(
        '\n',
        "samachik|trail-copy|1", Convert.ToHexStringLower(Digest.Span), Count.ToString(CultureInfo.InvariantCulture), Query, SpelledAt, By,
        KeyId.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The last line, with its end.</summary>
    public byte[] LastLine(ReadOnlySpan<byte> signature) => Line(new Ending(
        Format, Convert.ToHexStringLower(Digest.Span), Count, Query, SpelledAt, By, KeyId, Convert.ToHexStringLower(signature)));

    /// <summary>The line of an entry, with its end.</summary>
    public static byte[] LineOf(AuditRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Line(new Entry(
            entry.Id, entry.At, entry.Act, entry.Actor, entry.ActorId, entry.MemberId, entry.SessionId, entry.Detail,
            Convert.ToHexStringLower(entry.Network.Span), Convert.ToHexStringLower(entry.Mac.Span)));
    }

    /// <summary>Reads a line as an entry; null when it is none.</summary>
    public static AuditRecord? ReadEntry(ReadOnlySpan<byte> line) => Read<Entry>(line) is { Act: not null, Actor: not null } entry
        && Bytes(entry.Network) is { } network && Bytes(entry.Mac) is { } mac
            ? new(entry.Id, entry.At, entry.Act, entry.Actor, entry.ActorId, entry.MemberId, entry.SessionId, entry.Detail, network, mac) : null;

    /// <summary>Reads the last line.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out TrailCopy? copy, out byte[] signature)
    {
        (copy, signature) = (null, []);
        if (Read<Ending>(line) is not { Format: Format, Query: not null, By: not null } ending
            || Bytes(ending.Sha256) is not { } digest || Bytes(ending.Signature) is not { } signed
            || !DateTimeOffset.TryParseExact(ending.At, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return false;
        (copy, signature) = (new(digest, ending.Count, ending.Query, at, ending.By, ending.KeyId), signed);
        return true;
    }

    private static byte[] Line<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Json), (byte)'\n'];

    private static T? Read<T>(ReadOnlySpan<byte> line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string? hex) =>
        hex is { Length: var length } && length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;

    private sealed record Entry(
        long Id, long At, string? Act, string? Actor, string? ActorId, string? MemberId, string? SessionId, string? Detail, string? Network, string? Mac);

    private sealed record Ending(string? Format, string? Sha256, long Count, string? Query, string? At, string? By, long KeyId, string? Signature);
}
