namespace Samachik.Rules.Board.Checking;

/// <summary>Neighbouring groups of digits, read as one number.</summary>
/// <param name="digits">The digits 0-9.</param>
/// <param name="groups">The groups.</param>
/// <param name="plus">Where the plus before them stands, or -1.</param>
/// <param name="isWhole">Whether no other digits stand beside them.</param>
internal readonly ref struct NumberWindow(ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups, int plus, bool isWhole)
{
    private static ReadOnlySpan<int> OnCard => [1, 4, 5, 2, 1];

    private static ReadOnlySpan<int> OnBankBook => [3, 1, 5, 1];

    public ReadOnlySpan<char> Digits { get; } = digits;

    public ReadOnlySpan<DigitGroup> Groups { get; } = groups;

    public bool HasPlus => plus >= 0;

    public bool IsWhole { get; } = isWhole;

    public int Start => plus >= 0 ? plus : Groups[0].Start;

    public int End => Groups[^1].End;

    /// <summary>Grouped as on the ID card.</summary>
    public bool IsOnCard => HasCounts(OnCard);

    /// <summary>Grouped as in a bank book.</summary>
    public bool IsOnBankBook => HasCounts(OnBankBook);

    /// <summary>Whether nothing but these groups can be meant: no piece of a list or of a longer number.</summary>
    public bool IsOfOnePiece => IsWhole || Groups.Length == 1 || IsOnCard || IsOnBankBook;

    /// <summary>Whether more of them are digits than letters that look like some.</summary>
    public bool IsMostlyCertain
    {
        get
        {
            var certain = 0;
            foreach (var group in Groups) certain += group.Certain;
            return 2 * certain >= Digits.Length;
        }
    }

    /// <summary>Whether every digit is a word: nobody spells out what is not to be read.</summary>
    public bool IsSpelled
    {
        get
        {
            foreach (var group in Groups)
                if (!group.IsSpelled) return false;
            return true;
        }
    }

    private bool HasCounts(ReadOnlySpan<int> counts)
    {
        if (Groups.Length != counts.Length) return false;
        for (var i = 0; i < counts.Length; i++)
            if (Groups[i].Count != counts[i]) return false;
        return true;
    }
}
