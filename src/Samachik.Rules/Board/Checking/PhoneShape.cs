namespace Samachik.Rules.Board.Checking;

/// <summary>Digits that a telephone would take, by their form alone (NBTC numbering plan).</summary>
internal static class PhoneShape
{
    private const int Mobile = 9, Landline = 8;
    private const int ShortestForeign = 9;

    /// <summary>What it is, and how it is dialled in Thailand; null when it is no telephone number.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="hasPlus">Whether a plus stands before them.</param>
    /// <param name="isSaid">Whether a word says that it is a telephone number.</param>
    public static (MarkKind Kind, string Dialled)? Of(ReadOnlySpan<char> digits, bool hasPlus, bool isSaid)
    {
        if (digits.StartsWith("0066")) return Significant(digits[4..]);
        if (digits.StartsWith("66") && Significant(WithoutZero(digits[2..])) is { } thai)
        {
            // Without a plus ten digits from 66 on may be anything numbered in the year 2566.
            if (hasPlus || isSaid || thai.Kind == MarkKind.Mobile) return thai;
        }

        if (hasPlus && digits.Length >= ShortestForeign && digits[0] != '0') return (MarkKind.ForeignPhone, $"+{digits}");
        return digits[0] == '0' ? Significant(digits[1..]) : null;
    }

    private static ReadOnlySpan<char> WithoutZero(ReadOnlySpan<char> digits) => digits.StartsWith("0") ? digits[1..] : digits;

    private static (MarkKind Kind, string Dialled)? Significant(ReadOnlySpan<char> digits) => digits.Length switch
    {
        Mobile when digits[0] is '6' or '8' or '9' => (MarkKind.Mobile, $"0{digits}"),
        Landline when digits[0] is >= '2' and <= '7' and not '6' => (MarkKind.Landline, $"0{digits}"),
        _ => null,
    };
}
