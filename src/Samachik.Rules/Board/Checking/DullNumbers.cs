namespace Samachik.Rules.Board.Checking;

/// <summary>Finds the groups of digits that are dates, times, amounts and numbers of letters, so that no number is read across them.</summary>
internal static class DullNumbers
{
    /// <summary>One answer for each group.</summary>
    public static bool[] In(FoldedText text, DigitGroups digits, WorkBudget work)
    {
        var groups = digits.Groups;
        var dull = new bool[groups.Count];
        for (var at = 0; at < groups.Count && work.TrySpend(4);)
        {
            var length = AmountAt(text, digits, at) is var amount and > 0 ? amount
                : DateAt(text, digits, at) is var date and > 0 ? date
                : LetterAt(text, digits, at) is var letter and > 0 ? letter
                : TimeAt(text, digits, at);
            work.TrySpend(length);
            for (var i = at; i < at + length; i++) dull[i] = true;
            at += Math.Max(1, length);
        }

        return dull;
    }

    /// <summary>Whether four digits can be a year, of either era.</summary>
    public static bool IsYear(DigitGroups digits, DigitGroup group) =>
        group.Count == 4 && Value(digits, group) is (>= 2400 and <= 2600) or (>= 1900 and <= 2100);

    /// <summary>1,234,567.89: how many groups.</summary>
    private static int AmountAt(FoldedText text, DigitGroups digits, int at)
    {
        var groups = digits.Groups;
        if (groups[at].Count > 3 || groups[at].IsSpelled || digits.Digits[groups[at].First] == '0') return 0;
        var next = at + 1;
        while (next < groups.Count && Between(text, digits, next) == ',' && groups[next].Count == 3) next++;
        if (next == at + 1 || (next < groups.Count && Between(text, digits, next) == ',')) return 0;
        if (next < groups.Count && Between(text, digits, next) == '.' && groups[next].Count == 2) next++;
        return next - at;
    }

    /// <summary>12/05/2567, 12.05.67, 2024-05-12: three or none.</summary>
    private static int DateAt(FoldedText text, DigitGroups digits, int at)
    {
        var groups = digits.Groups;
        if (at + 2 >= groups.Count || Between(text, digits, at + 1) is not ('/' or '-' or '.') || Between(text, digits, at + 1) != Between(text, digits, at + 2)) return 0;
        var separator = Between(text, digits, at + 1);
        if (Between(text, digits, at) == separator || Between(text, digits, at + 3) == separator) return 0;
        var (first, middle, last) = (groups[at], groups[at + 1], groups[at + 2]);
        if (first.Count > 2) return IsYear(digits, first) && IsMonth(digits, middle) && IsDay(digits, last) ? 3 : 0;
        return IsDay(digits, first) && IsMonth(digits, middle) && (IsYear(digits, last) || last.Count == 2) ? 3 : 0;
    }

    /// <summary>0628.2/12345, the number of an official letter: three or none.</summary>
    private static int LetterAt(FoldedText text, DigitGroups digits, int at)
    {
        var groups = digits.Groups;
        return at + 2 < groups.Count && groups[at].Count == 4 && digits.Digits[groups[at].First] == '0' && groups[at + 1].Count <= 2
            && Between(text, digits, at + 1) == '.' && Between(text, digits, at + 2) == '/' ? 3 : 0;
    }

    /// <summary>08.30, alone or before another: two or none.</summary>
    private static int TimeAt(FoldedText text, DigitGroups digits, int at)
    {
        var groups = digits.Groups;
        if (at + 1 >= groups.Count || Between(text, digits, at + 1) is not ('.' or ':')) return 0;
        var (hours, minutes) = (groups[at], groups[at + 1]);
        if (hours.Count > 2 || minutes.Count != 2 || Value(digits, hours) > 24 || Value(digits, minutes) > 59) return 0;
        if (Between(text, digits, at) == '.' || Between(text, digits, at + 2) == '.') return 0;
        return at + 2 < groups.Count && groups[at + 2].IsJoined && groups[at + 2].Count > 2 ? 0 : 2;
    }

    /// <summary>The one character between a group and the one before; NUL when there are others or none.</summary>
    private static char Between(FoldedText text, DigitGroups digits, int at)
    {
        var groups = digits.Groups;
        return at > 0 && at < groups.Count && groups[at].Start - groups[at - 1].End == 1 ? text[groups[at].Start - 1] : '\0';
    }

    private static bool IsDay(DigitGroups digits, DigitGroup group) => group.Count <= 2 && Value(digits, group) is >= 1 and <= 31;

    private static bool IsMonth(DigitGroups digits, DigitGroup group) => group.Count <= 2 && Value(digits, group) is >= 1 and <= 12;

    private static int Value(DigitGroups digits, DigitGroup group)
    {
        var value = 0;
        for (var i = 0; i < Math.Min(group.Count, 5); i++) value = value * 10 + (digits.Digits[group.First + i] - '0');
        return value;
    }
}
