using System.Buffers;
using System.Globalization;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Search;

/// <summary>
/// The smallest pieces of a text that have a normal form of their own: a letter with its marks, ำ with what it stands on,
/// เเ. So the normal form of a text is that of its clusters, one after the other, and each keeps its place.
/// </summary>
internal static class TextCluster
{
    /// <summary>UTF-16 units: no text in use has more on one letter, and who heaps up marks does not make the sorting slow.</summary>
    private const int Longest = 64;

    private const int MostSteps = 4;
    private const char Nikhahit = '\u0E4D';

    /// <summary>Where the cluster ends that begins at <paramref name="start"/>.</summary>
    public static int End(string text, int start)
    {
        var at = start + RuneAt(text, start, out var first);
        if (Rune.IsWhiteSpace(first)) return at;
        while (at < text.Length)
        {
            var length = RuneAt(text, at, out var rune);
            if (at + length - start > Longest || !Joins(text.AsSpan(start, at - start), rune)) break;
            at += length;
        }
        return at;
    }

    /// <summary>The normal form of one cluster: NFKC, the repairs of names, Thai digits as ASCII, lower case; nothing invisible.</summary>
    public static string Normal(ReadOnlySpan<char> cluster)
    {
        var seen = new StringBuilder(cluster.Length);
        foreach (var rune in PersonNameText.WellFormed(cluster.ToString()).EnumerateRunes())
        {
            if (!IsLeftOut(rune)) seen.Append(rune);
        }
        var normal = Step(seen.ToString());
        // Marks of several scripts on one letter may need to be sorted again; then so would a normal form.
        for (var i = 0; i < MostSteps && Step(normal) is var next && next != normal; i++) normal = next;
        return normal;
    }

    /// <summary>Whether a cluster is its own normal form: a Thai letter and its marks, in order, as keyboards give them.</summary>
    public static bool IsNormalThai(ReadOnlySpan<char> cluster)
    {
        var place = -1;
        if (cluster[0] is < 'ก' or > 'ฮ') return false;
        foreach (var c in cluster[1..])
        {
            if (!PersonNameText.IsThaiMark(c) || c == Nikhahit || PersonNameText.Place(c) <= place) return false;
            place = PersonNameText.Place(c);
        }
        return true;
    }

    private static string Step(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        var repaired = normal.Replace("เเ", "แ", StringComparison.Ordinal);
        if (repaired.Length > 1) repaired = PersonNameText.JoinSaraAm(PersonNameText.OrderMarks(repaired.Replace('ๅ', 'า'))).Normalize();
        return ThaiDigits.ToAscii(repaired.Replace("\u0E4Dา", "ำ", StringComparison.Ordinal));
    }

    private static int RuneAt(string text, int at, out Rune rune) =>
        Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out var length) == OperationStatus.Done ? length : Math.Max(1, length);

    private static bool Joins(ReadOnlySpan<char> cluster, Rune rune)
    {
        if (IsLeftOut(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) return true;
        return rune.Value switch
        {
            'ำ' => true,
            'า' or 'ๅ' => cluster.Contains(Nikhahit),
            'เ' => IsSaraE(cluster),
            // Hangul vowels and finals of every form, and the voicing marks of half-width katakana, make one with what is before.
            (>= 0x1160 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or 0xFF9E or 0xFF9F or (>= 0xFFA0 and <= 0xFFDC) => true,
            _ => false,
        };
    }

    private static bool IsSaraE(ReadOnlySpan<char> cluster)
    {
        foreach (var rune in cluster[1..].EnumerateRunes())
        {
            if (!IsLeftOut(rune)) return false;
        }
        return cluster[0] == 'เ';
    }

    // Zero-width and direction signs, the grapheme joiner, and what chooses between two looks of one sign.
    private static bool IsLeftOut(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0x034F or (>= 0xFE00 and <= 0xFE0F);
}
