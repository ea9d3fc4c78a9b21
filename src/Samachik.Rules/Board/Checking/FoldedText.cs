using System.Text;

namespace Samachik.Rules.Board.Checking;

/// <summary>
/// A text as detectors read it: every digit 0-9, Latin letters small and plain, one kind of space, hyphen, dot and line
/// break; without tone marks and what is invisible. Each character knows which UTF-16 units it came from.
/// </summary>
internal sealed class FoldedText
{
    private const char SaraE = 'เ', SaraAe = 'แ';

    private readonly string text;
    private char[] chars;
    private int[] starts;
    private int[] ends;

    private FoldedText(string text)
    {
        this.text = text;
        chars = new char[text.Length];
        starts = new int[text.Length];
        ends = new int[text.Length];
    }

    public int Length { get; private set; }

    public char this[int at] => chars[at];

    public ReadOnlySpan<char> Chars => chars.AsSpan(0, Length);

    /// <summary>The character, or a NUL before the beginning and after the end.</summary>
    public char At(int at) => at >= 0 && at < Length ? chars[at] : '\0';

    /// <summary>Whether it was typed as a capital letter.</summary>
    public bool IsCapital(int at) => at >= 0 && at < Length && char.IsUpper(text[starts[at]]);

    /// <summary>The units of the text as typed from one character to before another, with the marks that hang on the last.</summary>
    public (int Start, int Length) Typed(int from, int to) => (starts[from], ends[to - 1] - starts[from]);

    /// <summary>Folds a word of ours, to be looked for in what is folded.</summary>
    public static string Fold(string word) => Of(word, new WorkBudget(int.MaxValue)).Chars.ToString();

    /// <summary>Folds as much as the budget allows.</summary>
    public static FoldedText Of(string text, WorkBudget work)
    {
        var folded = new FoldedText(text);
        for (var at = 0; at < text.Length && work.TrySpend();)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var units);
            if (status != System.Buffers.OperationStatus.Done) rune = Rune.ReplacementChar;
            folded.Add(rune, at, at + units, work);
            at += units;
        }

        return folded;
    }

    private void Add(Rune rune, int start, int end, WorkBudget work)
    {
        if (rune.IsAscii && rune.Value > ' ') Put(char.ToLowerInvariant((char)rune.Value), start, end);
        else if (FoldedRune.IsDropped(rune)) Widen(end);
        else if (FoldedRune.OfOne(rune) is { } one) PutOne(one, start, end);
        else
        {
            work.TrySpend(FoldedRune.CostOfMany);
            foreach (var c in FoldedRune.OfMany(rune)) Put(c, start, end);
        }
    }

    private void PutOne(char c, int start, int end)
    {
        var isSecond = Length > 0 && ends[Length - 1] == start;
        if (c == SaraE && isSecond && chars[Length - 1] == SaraE) (chars[Length - 1], ends[Length - 1]) = (SaraAe, end);
        else if (c == '\n' && isSecond && text[start] == '\n' && text[start - 1] == '\r') Widen(end);
        else Put(c, start, end);
    }

    /// <summary>What is dropped belongs to the character before it: a mask that left it would leave a mark on nothing.</summary>
    private void Widen(int end)
    {
        if (Length > 0) ends[Length - 1] = end;
    }

    private void Put(char c, int start, int end)
    {
        if (Length == chars.Length)
        {
            Array.Resize(ref chars, 2 * Length + 8);
            Array.Resize(ref starts, chars.Length);
            Array.Resize(ref ends, chars.Length);
        }

        (chars[Length], starts[Length], ends[Length]) = (c, start, end);
        Length++;
    }
}
