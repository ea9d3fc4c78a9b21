namespace Samachik.Rules.Board.Checking;

/// <summary>How sure a sign is that an address is meant.</summary>
internal enum AtSign
{
    /// <summary>@, alone in its place or in brackets.</summary>
    Literal,

    /// <summary>(at), แอท or AT between small letters: nobody writes that for anything else.</summary>
    Spelled,

    /// <summary>The English word "at", which may be one.</summary>
    Word,
}

/// <summary>Finds e-mail addresses, also with "at" and "dot" spelled out.</summary>
internal sealed class MailFinder(FoldedText text, ContextMap context, OfficeContacts contacts, WorkBudget work)
{
    private const int LongestName = 64;

    private static readonly string[] bracketed = ["(at)", "[at]", "{at}", "<at>", "(@)", "[@]", "{@}", "( at )", "[ at ]", "(แอท)"];
    private static readonly string[] thai = ["แอท", "แอต"];

    public IEnumerable<Found> Find(bool[] taken)
    {
        for (var at = 0; at < text.Length && work.TrySpend(); at++)
        {
            if (SignAt(at) is not var (length, sign) || Address(at, at + length, sign) is not { } found) continue;
            taken.AsSpan(found.Start, found.End - found.Start).Fill(true);
            if (found.Kind is not null) yield return found;
            at = found.End - 1;
        }
    }

    private (int Length, AtSign Sign)? SignAt(int at)
    {
        var c = text[at];
        if (c == '@') return (1, AtSign.Literal);
        var rest = text.Chars[at..];
        if (c is '(' or '[' or '{' or '<')
        {
            foreach (var word in bracketed) if (rest.StartsWith(word, StringComparison.Ordinal)) return (word.Length, AtSign.Spelled);
        }

        foreach (var word in thai) if (c == 'แ' && rest.StartsWith(word, StringComparison.Ordinal)) return (word.Length, AtSign.Spelled);
        if (c != 'a' || text.At(at + 1) != 't') return null;
        var (before, after) = (text.At(at - 1), text.At(at + 2));
        if (before == after && before is '_' or '-') return (3, AtSign.Spelled);
        if (IsNameLetter(before) && IsNameLetter(after)) return IsCapitalPair(at) || IsProviderAt(at + 2) ? (2, AtSign.Spelled) : null;
        return MailDomain.IsGap(before) && MailDomain.IsGap(after) ? (2, AtSign.Word) : null;
    }

    private bool IsCapitalPair(int at) => text.IsCapital(at) && text.IsCapital(at + 1) && !text.IsCapital(at - 1) && !text.IsCapital(at + 2);

    private bool IsProviderAt(int at)
    {
        work.TrySpend(MailDomain.Providers.Count);
        foreach (var provider in MailDomain.Providers) if (text.Chars[at..].StartsWith(provider, StringComparison.Ordinal)) return true;
        return false;
    }

    private Found? Address(int sign, int after, AtSign how)
    {
        var (start, end, hasGap) = Name(sign, how);
        if (start == end || MailDomain.Read(text, after, hasGap || how != AtSign.Literal, work) is not { } domain) return null;
        var isProvider = MailDomain.Providers.Contains(domain.FirstLabel);
        if (!isProvider && (domain.Labels < 2 || (how == AtSign.Word && !domain.IsSpelled))) return null;
        var name = text.Chars[start..end].ToString();
        if (contacts.HasMail(name, domain.Name)) return new(null, start, domain.End, CheckVerdict.Pass);
        var said = context.Of(start, domain.End, work);
        var isBlocked = isProvider || said is ContextKind.Mail or ContextKind.Phone or ContextKind.Line or ContextKind.NationalId;
        return new(MarkKind.Email, start, domain.End, isBlocked ? CheckVerdict.Block : CheckVerdict.Hold);
    }

    /// <summary>What stands before the sign.</summary>
    private (int Start, int End, bool HasGap) Name(int sign, AtSign how)
    {
        var end = sign;
        while (end > 0 && sign - end < 3 && (MailDomain.IsGap(text[end - 1]) || (how != AtSign.Literal && text[end - 1] is '_' or '-'))) end--;
        var start = end;
        while (start > 0 && end - start < LongestName && IsNameLetter(text[start - 1])) start--;
        work.TrySpend(sign - start);
        while (start < end && !char.IsAsciiLetterOrDigit(text[start])) start++;
        return (start, end, end < sign);
    }

    private static bool IsNameLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';
}
