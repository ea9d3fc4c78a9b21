using System.Globalization;

namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>Draws from a seed, the same on every machine.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Number(int least, int most) => random.Next(least, most + 1);

    /// <summary>One in so many.</summary>
    public bool OneIn(int many) => random.Next(many) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Digits(int length) => string.Create(length, random, static (span, random) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = (char)('0' + random.Next(10));
    });

    /// <summary>Each # becomes a digit: 02-###-####.</summary>
    public string Fill(string pattern) => string.Concat(pattern.Select(c => c == '#' ? (char)('0' + random.Next(10)) : c));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string InThai(string digits) => string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? "๐๑๒๓๔๕๖๗๘๙"[c - '0'] : c));
}
