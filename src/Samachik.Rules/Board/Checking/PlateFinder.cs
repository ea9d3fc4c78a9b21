namespace Samachik.Rules.Board.Checking;

/// <summary>Finds plates of vehicles, only after a word that names one: 1กก 1234.</summary>
internal sealed class PlateFinder(FoldedText text, ContextMap context, WorkBudget work)
{
    private const int Reach = 24;

    public IEnumerable<Found> Find(bool[] taken)
    {
        foreach (var hit in context.Hits)
        {
            if (hit.Kind != ContextKind.Plate || !work.TrySpend(Reach)) continue;
            for (var at = hit.End; at < Math.Min(text.Length, hit.End + Reach); at++)
            {
                var end = EndOfPlate(at);
                if (end == at || taken.AsSpan(at, end - at).Contains(true)) continue;
                taken.AsSpan(at, end - at).Fill(true);
                yield return new(MarkKind.VehiclePlate, at, end, CheckVerdict.Block);
                break;
            }
        }
    }

    /// <summary>A digit or none, one to three consonants, one to four digits.</summary>
    private int EndOfPlate(int start)
    {
        var end = start;
        if (char.IsAsciiDigit(text[end])) end++;
        var letters = end;
        while (end - letters < 3 && IsConsonant(text.At(end))) end++;
        if (end == letters || IsWithinWord(start)) return start;
        while (text.At(end) is ' ' or '-' or '\n' && end - letters < 5) end++;
        var number = end;
        while (end - number < 4 && char.IsAsciiDigit(text.At(end))) end++;
        return end == number || char.IsAsciiDigit(text.At(end)) ? start : end;
    }

    // After ะ a syllable has ended: ทะเบียนรถนะ กข 1234.
    private bool IsWithinWord(int at) => text.At(at - 1) is >= 'ก' and <= '\u0E4E' and not 'ะ' && !context.EndsAt(at);

    private static bool IsConsonant(char c) => c is >= 'ก' and <= 'ฮ';
}
