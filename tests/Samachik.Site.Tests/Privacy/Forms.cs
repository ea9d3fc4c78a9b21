using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Samachik.Site.Tests.Privacy;

/// <summary>The forms that a text or a number takes as bytes of a file, a column or a log.</summary>
public static class Forms
{
    /// <summary>Bytes of the shortest form; shorter ones would stand in random bytes by chance.</summary>
    public const int Shortest = 5;

    /// <summary>All forms of a text: encodings, escapes, hex, base64, backwards, and digests that anybody can make.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Of(string text) => All(text).Where(made => made.Bytes.Length >= Shortest);

    /// <summary>A number as its bytes, without the empty ones in front, in both orders.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Of(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        var big = bytes.SkipWhile(b => b == 0).ToArray();
        return big.Length < Shortest ? [] : [("number", big), ("number, least byte first", [.. big.Reverse()])];
    }

    private static IEnumerable<(string Form, byte[] Bytes)> All(string text)
    {
        var backwards = string.Concat(text.Reverse());
        foreach (var (form, bytes) in Encoded(text).Concat(Encoded(backwards).Select(made => ($"backwards, {made.Form}", made.Bytes))))
        {
            yield return (form, bytes);
            foreach (var (spelling, spelled) in Spelled(bytes)) yield return ($"{spelling} of {form}", Encoding.ASCII.GetBytes(spelled));
        }

        foreach (var (form, escaped) in Escaped(text)) yield return (form, Encoding.ASCII.GetBytes(escaped));
        foreach (var (form, digest) in Digests(Encoding.UTF8.GetBytes(text)))
        {
            yield return (form, digest);
            foreach (var (spelling, spelled) in Spelled(digest)) yield return ($"{spelling} of {form}", Encoding.ASCII.GetBytes(spelled));
        }

        if (text.All(char.IsAsciiDigit) && text.Length >= 2 * Shortest)
            yield return ("two digits a byte", Convert.FromHexString(text.Length % 2 == 0 ? text : $"0{text}"));
    }

    private static IEnumerable<(string Form, byte[] Bytes)> Encoded(string text)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(text));
        yield return ("UTF-16LE", Encoding.Unicode.GetBytes(text));
        yield return ("UTF-16BE", Encoding.BigEndianUnicode.GetBytes(text));
        if (text.Any(c => c > '~') && text.All(c => c is >= ' ' and <= '~' or >= 'ก' and <= '๛'))
            yield return ("TIS-620", [.. text.Select(c => (byte)(c < 'ก' ? c : c - 'ก' + 0xA1))]);
    }

    // Base64 of a text inside a longer one depends on where it begins: three ways, and of each what hangs on nothing else.
    private static IEnumerable<(string Form, string Text)> Spelled(byte[] bytes)
    {
        yield return ("hex", Convert.ToHexString(bytes));
        yield return ("small hex", Convert.ToHexStringLower(bytes));
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = (before * 8 + 5) / 6;
            var text = whole[first..((before + bytes.Length) * 8 / 6)];
            yield return ("base64", text);
            yield return ("base64 for URLs", text.Replace('+', '-').Replace('/', '_'));
        }
    }

    private static IEnumerable<(string Form, string Text)> Escaped(string text)
    {
        if (text.All(char.IsAscii) && !text.Any(c => c is ' ' or '/')) yield break;
        yield return ("in a URL", Uri.EscapeDataString(text));
        yield return ("in a URL, small", Small(Uri.EscapeDataString(text)));
        yield return ("in a form", WebUtility.UrlEncode(text));
        if (text.All(char.IsAscii)) yield break;
        yield return ("in JSON", Each(text, c => $@"\u{(int)c:X4}"));
        yield return ("in JSON, small", Each(text, c => $@"\u{(int)c:x4}"));
        yield return ("in HTML", Each(text, c => $"&#x{(int)c:X};"));
        yield return ("in HTML, decimal", Each(text, c => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};")));
    }

    // Without a key a digest of an ID number is as good as the number: there are not many to try.
    [SuppressMessage("Security", "CA5350", Justification = "Looked for only.")] // looked for, not relied upon
    [SuppressMessage("Security", "CA5351", Justification = "Looked for only.")] // looked for, not relied upon
    private static IEnumerable<(string Form, byte[] Bytes)> Digests(byte[] text)
    {
        yield return ("MD5", MD5.HashData(text));
        yield return ("SHA-1", SHA1.HashData(text));
        yield return ("SHA-256", SHA256.HashData(text));
        yield return ("SHA-512", SHA512.HashData(text));
    }

    private static string Each(string text, Func<char, string> escape) =>
        string.Concat(text.Select(c => char.IsAscii(c) ? $"{c}" : escape(c)));

    private static string Small(string escaped) => string.Concat(
        escaped.Select((c, at) => (at > 0 && escaped[at - 1] == '%') || (at > 1 && escaped[at - 2] == '%') ? char.ToLowerInvariant(c) : c));
}
