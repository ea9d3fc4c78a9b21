using System.Runtime.InteropServices;

namespace Samachik.Rules.Board.Checking;

/// <summary>Digits that stand together, or one that is spelled out.</summary>
/// <param name="Start">The first character of the folded text.</param>
/// <param name="End">The character after the last.</param>
/// <param name="First">The first of the digits in <see cref="DigitGroups.Digits"/>.</param>
/// <param name="Count">How many digits.</param>
/// <param name="Certain">How many of them are no letters.</param>
/// <param name="IsSpelled">Whether it is a word.</param>
/// <param name="IsJoined">Whether only separators stand between it and the group before.</param>
internal readonly record struct DigitGroup(int Start, int End, int First, int Count, int Certain, bool IsSpelled, bool IsJoined);

/// <summary>All digits of a text in their groups, in the order of the text.</summary>
internal sealed class DigitGroups
{
    private const int WidestGap = 4;
    private const int MostLetters = 4;

    private readonly FoldedText text;
    private readonly WorkBudget work;
    private readonly List<char> digits = [];
    private readonly List<DigitGroup> groups = [];

    private DigitGroups(FoldedText text, WorkBudget work) => (this.text, this.work) = (text, work);

    public List<DigitGroup> Groups => groups;

    public ReadOnlySpan<char> Digits => CollectionsMarshal.AsSpan(digits);

    public static DigitGroups Of(FoldedText text, WorkBudget work)
    {
        var read = new DigitGroups(text, work);
        for (var at = 0; at < text.Length && work.TrySpend();)
            at = IsLatin(text[at]) ? read.ReadLatin(at) : read.ReadThai(at);
        return read;
    }

    /// <summary>What people put between the digits of a number; colons are left to times.</summary>
    public static bool IsSeparator(char c) =>
        c is ' ' or '\n' or '-' or '.' or '/' or ',' or '_' or '*' or '~' or '\\' or '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>';

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static char LetterAsDigit(char c) => c switch { 'o' => '0', 'l' or 'i' => '1', _ => '\0' };

    private int ReadThai(int at)
    {
        if (NumberWords.ThaiAt(text, at) is not { } word) return at + 1;
        Add(at, at + word.Length, isSpelled: true, 1, word.Digit.ToString());
        return at + word.Length;
    }

    private int ReadLatin(int at)
    {
        var end = at;
        while (end < text.Length && IsLatin(text[end])) end++;
        if (!work.TrySpend(2 * (end - at))) return end;
        var token = text.Chars[at..end];
        var certain = 0;
        var isAlike = true;
        foreach (var c in token)
        {
            if (char.IsAsciiDigit(c)) certain++;
            else isAlike &= LetterAsDigit(c) != '\0';
        }

        if (isAlike && (certain > 0 || token.Length <= MostLetters)) AddAlike(at, end, certain);
        else if (!TryAddSpelled(at, end)) AddStretches(at, end);
        return end;
    }

    private void AddAlike(int at, int end, int certain)
    {
        var read = string.Create(end - at, (text, at), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = from.text[from.at + i];
                span[i] = char.IsAsciiDigit(c) ? c : LetterAsDigit(c);
            }
        });
        Add(at, end, isSpelled: false, certain, read);
    }

    /// <summary>zeroeightone, also with digits between.</summary>
    private bool TryAddSpelled(int at, int end)
    {
        var before = (groups.Count, digits.Count);
        while (at < end)
        {
            var word = char.IsAsciiDigit(text[at]) ? (1, text[at]) : NumberWords.EnglishAt(text.Chars[at..end]);
            if (word is not var (length, digit))
            {
                groups.RemoveRange(before.Item1, groups.Count - before.Item1);
                digits.RemoveRange(before.Item2, digits.Count - before.Item2);
                return false;
            }

            Add(at, at + length, isSpelled: length > 1, 1, digit.ToString());
            at += length;
        }

        return true;
    }

    /// <summary>The digits between other letters: tel0812345678.</summary>
    private void AddStretches(int at, int end)
    {
        while (at < end)
        {
            var start = at;
            while (at < end && char.IsAsciiDigit(text[at])) at++;
            if (at > start) Add(start, at, isSpelled: false, at - start, text.Chars[start..at].ToString());
            else at++;
        }
    }

    private void Add(int start, int end, bool isSpelled, int certain, string read)
    {
        groups.Add(new(start, end, digits.Count, read.Length, certain, isSpelled, IsJoined(start)));
        digits.AddRange(read);
    }

    private bool IsJoined(int start)
    {
        if (groups.Count == 0 || start - groups[^1].End > WidestGap) return false;
        foreach (var c in text.Chars[groups[^1].End..start])
            if (!IsSeparator(c)) return false;
        return true;
    }
}
