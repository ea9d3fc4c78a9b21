using System.Security.Cryptography;

namespace Samachik.Site.Storage.Keys;

/// <summary>The word of a link that opens something by itself: drawn, told once, and kept as a keyed hash alone.</summary>
public static class LinkWord
{
    private const int Longest = 64;

    // Without letters that are read for one another; nearly five bits each.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Draws a word.</summary>
    public static string Draw(int length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>A word as it stands in an address, whatever its letter case; null when it can be none.</summary>
    public static string? Read(string? word) => word is { Length: > 0 and <= Longest } ? word.ToLowerInvariant() : null;
}
