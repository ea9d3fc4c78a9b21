using System.Runtime.InteropServices;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Checking;

/// <summary>A place of a folded text and what is there; without a kind it is the office's own and passes.</summary>
internal readonly record struct Found(MarkKind? Kind, int Start, int End, CheckVerdict Verdict);

/// <summary>Finds ID numbers, telephone numbers and bank accounts among a text's groups of digits.</summary>
internal sealed class NumberFinder(FoldedText text, ContextMap context, OfficeContacts contacts, string? own, WorkBudget work)
{
    private const int Shortest = 9, Longest = 15;

    private readonly DigitGroups digits = DigitGroups.Of(text, work);

    /// <summary>Those that overlap none of the places taken nor each other; they are taken then.</summary>
    public IEnumerable<Found> Find(bool[] taken, bool[] inLink)
    {
        var dull = DullNumbers.In(text, digits, work);
        var found = new List<Found>();
        for (var first = 0; first < digits.Groups.Count && work.TrySpend(); first++)
            if (!dull[first]) Read(first, dull, inLink, found);
        var inTurn = found.OrderBy(one => one.Kind is null ? 0 : 1).ThenByDescending(one => one.Verdict)
            .ThenByDescending(one => one.End - one.Start).ThenBy(one => one.Start);
        foreach (var one in inTurn)
        {
            if (taken.AsSpan(one.Start, one.End - one.Start).Contains(true)) continue;
            taken.AsSpan(one.Start, one.End - one.Start).Fill(true);
            if (one.Kind is not null) yield return one;
        }
    }

    private void Read(int first, bool[] dull, bool[] inLink, List<Found> found)
    {
        var all = CollectionsMarshal.AsSpan(digits.Groups);
        var count = 0;
        for (var last = first; last < all.Length && work.TrySpend(); last++)
        {
            if (last > first && (!all[last].IsJoined || dull[last])) return;
            count += all[last].Count;
            if (count > Longest) return;
            if (count < Shortest) continue;
            var isWhole = (!all[first].IsJoined || first == 0 || dull[first - 1])
                && (last + 1 == all.Length || !all[last + 1].IsJoined || dull[last + 1]);
            var window = new NumberWindow(
                digits.Digits.Slice(all[first].First, count), all[first..(last + 1)], PlusBefore(all[first].Start), isWhole);
            if (window.IsMostlyCertain && Judge(window, inLink[window.Start]) is { } one) found.Add(one);
        }
    }

    private int PlusBefore(int start)
    {
        if (text.At(start - 1) == '+') return start - 1;
        return DigitGroups.IsSeparator(text.At(start - 1)) && text.At(start - 2) == '+' ? start - 2 : -1;
    }

    private Found? Judge(NumberWindow window, bool isInLink)
    {
        work.TrySpend(window.Digits.Length);
        // Words within a link are names of its parts.
        var said = isInLink ? null : context.Of(window.Start, window.End, work);
        // What is glued to capital letters is a serial number, unless a word says otherwise.
        if (said is null or ContextKind.Reference && char.IsAsciiLetter(text.At(window.Start - 1)) && text.IsCapital(window.Start - 1)) return null;
        var found = JudgePhone(window, said) ?? JudgeId(window, said) ?? JudgeAccount(window, said);
        if (!isInLink || found is not { Kind: { } kind } one) return found;
        return kind is MarkKind.Mobile or MarkKind.NationalId ? one with { Verdict = CheckVerdict.Flag } : null;
    }

    private Found? JudgePhone(NumberWindow window, ContextKind? said)
    {
        if (PhoneShape.Of(window.Digits, window.HasPlus, said == ContextKind.Phone || window.IsSpelled) is not var (kind, dialled)) return null;
        if (contacts.HasPhone(dialled)) return new(null, window.Start, window.End, CheckVerdict.Pass);
        if (kind == MarkKind.ForeignPhone && !window.IsOfOnePiece) return null;
        if (dialled == own) return new(MarkKind.OwnMobile, window.Start, window.End, CheckVerdict.Warn);
        var isPublic = kind == MarkKind.Landline && context.IsOfInstitution(window.Start);
        var verdict = isPublic ? CheckVerdict.Flag : said switch
        {
            ContextKind.Reference => CheckVerdict.Flag,
            ContextKind.Plate or null => CheckVerdict.Hold,
            ContextKind.NationalId or ContextKind.TaxNumber or ContextKind.Phone or ContextKind.Mail or ContextKind.Line
                or ContextKind.Bank or ContextKind.Institution => CheckVerdict.Block,
        };
        return new(kind, window.Start, window.End, verdict);
    }

    private static Found? JudgeId(NumberWindow window, ContextKind? said)
    {
        if (window.Digits.Length != 13) return null;
        var isChecked = NationalId.TryParse(window.Digits.ToString(), acceptLeadingZero: false, out _, out _);
        // A company's tax number is public, and begins with 0; a person's is the ID number.
        if (said == ContextKind.TaxNumber && window.Digits[0] == '0') return null;
        CheckVerdict? verdict = said switch
        {
            ContextKind.NationalId or ContextKind.TaxNumber when isChecked || window.IsOfOnePiece => CheckVerdict.Block,
            ContextKind.Reference => window.IsOnCard ? CheckVerdict.Flag : null,
            ContextKind.Bank when isChecked => CheckVerdict.Block,
            _ when window.IsOfOnePiece && (isChecked || window.IsOnCard) => CheckVerdict.Hold,
            _ => null,
        };
        return verdict is { } grave ? new(MarkKind.NationalId, window.Start, window.End, grave) : null;
    }

    private Found? JudgeAccount(NumberWindow window, ContextKind? said)
    {
        if (window.Digits.Length is not (10 or 11 or 12 or 15) || HasYears(window.Groups) || IsAmount(window)) return null;
        CheckVerdict? verdict = said switch
        {
            ContextKind.Bank when window.IsOfOnePiece => CheckVerdict.Block,
            ContextKind.Reference => null,
            _ when window.IsOnBankBook => CheckVerdict.Hold,
            _ => null,
        };
        return verdict is { } grave ? new(MarkKind.BankAccount, window.Start, window.End, grave) : null;
    }

    private bool IsAmount(NumberWindow window)
    {
        var after = text.Chars[window.End..].TrimStart(" .-");
        return window.Groups.Length == 1 && (after.StartsWith("บาท", StringComparison.Ordinal) || after.StartsWith("baht", StringComparison.Ordinal));
    }

    private bool HasYears(ReadOnlySpan<DigitGroup> groups)
    {
        var years = 0;
        foreach (var group in groups)
            if (DullNumbers.IsYear(digits, group)) years++;
        return years > 1;
    }
}
