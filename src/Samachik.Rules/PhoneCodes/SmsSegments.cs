using System.Buffers;

namespace Samachik.Rules.PhoneCodes;

/// <summary>
/// Counts an SMS as the network counts and charges it: in septets of GSM 03.38 while every character is in its
/// alphabet, else all of it in UCS-2.
/// </summary>
public static class SmsSegments
{
    /// <summary>Septets in one segment of GSM 03.38.</summary>
    public const int Gsm = 160;

    /// <summary>UTF-16 units in one segment of UCS-2, which Thai needs.</summary>
    public const int Ucs2 = 70;

    // Of each of several segments the network takes six bytes to join them by.
    private const int JoinedGsm = 153;
    private const int JoinedUcs2 = 67;

    private static readonly SearchValues<char> ExtensionTable = SearchValues.Create("\f^{}\\[~]|€");

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        + "abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€");

    /// <summary>Whether the text needs nothing but GSM 03.38.</summary>
    public static bool IsGsm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.AsSpan().ContainsAnyExcept(Alphabet);
    }

    /// <summary>How long the text is: in septets where GSM 03.38 does, else in UTF-16 units.</summary>
    public static int Length(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Characters(text, IsGsm(text)).Sum();
    }

    /// <summary>In how many segments the network carries the text; an empty one takes one too.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isGsm = IsGsm(text);
        if (Length(text) <= (isGsm ? Gsm : Ucs2)) return 1;
        var (segments, used, room) = (1, 0, isGsm ? JoinedGsm : JoinedUcs2);

        // No character is cut in two, so a segment may end with a place left empty.
        foreach (var size in Characters(text, isGsm)) (segments, used) = used + size <= room ? (segments, used + size) : (segments + 1, size);
        return segments;
    }

    // What stands in the extension table is reached by an escape: two septets. Beyond the first plane UCS-2 is a pair of units.
    private static IEnumerable<int> Characters(string text, bool isGsm) => isGsm
        ? text.Select(c => ExtensionTable.Contains(c) ? 2 : 1)
        : text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength);
}
