using System.Collections.Frozen;

namespace Samachik.Rules.Board.Checking;

/// <summary>Finds LINE IDs: what stands after a word that names LINE and looks like one, or is said to be one.</summary>
internal sealed class LineIdFinder(FoldedText text, ContextMap context, OfficeContacts contacts, WorkBudget work)
{
    private const int Shortest = 4, Longest = 30, WidestGap = 24, MostWords = 3;

    // Between the word and the ID.
    private static readonly string[] fillers =
    [
        .. new[] { "คือ", "ของ", "ผม", "ฉัน", "หนู", "เรา", "พี่", "นี้", "ว่า", "ที่", "มา", "ได้", "นะ", "ครับ", "ค่ะ", "คะ", "ชื่อ", "ไป", "หา", "เลย", "จ้า", "ไอดี", "ตาม", "แม่", "น้อง" }
            .Select(FoldedText.Fold),
    ];

    // Say that what follows is an ID, so that mere letters are believed.
    private static readonly string[] sure = [.. new[] { "แอด", "ทัก", "เพิ่มเพื่อน", "ไอดี", "add", "id" }.Select(FoldedText.Fold)];

    // Latin words after LINE that are no ID.
    private static readonly FrozenSet<string> plain = new[]
    {
        "official", "account", "connect", "notify", "application", "line", "this", "that", "with", "from", "your", "number", "group", "please", "today", "officer", "email",
        "phone", "call", "busy", "always", "open", "chat", "message", "shopping", "paid", "have", "there", "what", "when", "only", "name", "http", "https", "first", "and",
    }.ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Found> Find(bool[] taken)
    {
        foreach (var hit in context.Hits)
        {
            if (!work.TrySpend()) yield break;
            if (hit.Kind != ContextKind.Line || taken[hit.Start] || IdAfter(hit) is not { } found) continue;
            if (taken.AsSpan(found.Start, found.End - found.Start).Contains(true)) continue;
            taken.AsSpan(found.Start, found.End - found.Start).Fill(true);
            if (found.Kind is not null) yield return found;
        }
    }

    private Found? IdAfter(ContextHit hit)
    {
        var word = text.Chars[hit.Start..hit.End];
        var isSure = IsSureBefore(hit) || word.Contains("id", StringComparison.Ordinal) || word.Contains("ไอด", StringComparison.Ordinal);
        var at = hit.End;
        for (var words = 0; words < MostWords && work.TrySpend(WidestGap); words++)
        {
            at = SkipFillers(at, hit.End + WidestGap * (words + 1), ref isSure);
            var end = EndOfId(at);
            if (end == at) return null;
            var id = text.Chars[at..end].ToString();
            if (id is "id" or "is" or "my" or "the" or "add" or "me" or "at") isSure |= id is "id" or "add";
            else return Judge(id, at, end, isSure);
            at = end;
        }

        return null;
    }

    private Found? Judge(string id, int start, int end, bool isSure)
    {
        var bare = id.Replace(" ", "", StringComparison.Ordinal);
        if (contacts.HasLineId(bare)) return new(null, start, end, CheckVerdict.Pass);
        // Digits alone are a telephone number, and looked at as one.
        var hasLetter = bare.Any(char.IsAsciiLetter);
        var looksLikeOne = bare.Any(c => char.IsAsciiDigit(c) || c is '_' or '@') || bare.AsSpan(1).Contains('.');
        if (bare.Length < Shortest || !hasLetter || plain.Contains(bare) || !(isSure || looksLikeOne)) return null;
        return new(MarkKind.LineId, start, end, CheckVerdict.Block);
    }

    private bool IsSureBefore(ContextHit hit)
    {
        var before = text.Chars[Math.Max(0, hit.Start - 12)..hit.Start].TrimEnd(' ');
        foreach (var word in sure)
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private int SkipFillers(int at, int most, ref bool isSure)
    {
        for (var isMoving = true; isMoving && at < text.Length && at < most && work.TrySpend(fillers.Length);)
        {
            isMoving = text[at] is ' ' or '\n' or ':' or '=' or '-' or '"' or '\'' or '(' or '[' or '>' or '.' or '”' or '“';
            if (isMoving) isSure |= text[at++] is ':' or '=';
            else if (FillerAt(at) is var length and > 0)
            {
                isSure |= text[at] == 'ไ' && text.At(at + 1) == 'อ';
                (at, isMoving) = (at + length, true);
            }
        }

        return at;
    }

    private int FillerAt(int at)
    {
        foreach (var word in fillers)
            if (text.Chars[at..].StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    private int EndOfId(int start)
    {
        var end = start;
        if (text.At(end) == '@') end++;
        // k a n y a 1 2: a space after every one of them.
        var isApart = IsIdLetter(text.At(start)) && text.At(start + 1) == ' ' && IsIdLetter(text.At(start + 2)) && text.At(start + 3) is ' ' && IsIdLetter(text.At(start + 4));
        if (isApart)
        {
            end = start + 1;
            while (end - start < 2 * Longest && text.At(end) == ' ' && IsIdLetter(text.At(end + 1)) && !IsIdLetter(text.At(end + 2))) end += 2;
            return end;
        }

        while (end - start < Longest && IsIdLetter(text.At(end))) end++;
        while (end > start && text[end - 1] is '.' or '-') end--;
        return end;
    }

    private static bool IsIdLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@';
}
