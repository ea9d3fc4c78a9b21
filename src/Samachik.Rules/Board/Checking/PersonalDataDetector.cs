using Samachik.Rules.People;

namespace Samachik.Rules.Board.Checking;

/// <summary>
/// Finds people's numbers and addresses in what somebody is about to publish: ID numbers, telephones, e-mail addresses,
/// LINE IDs, bank accounts, plates; in any script's digits, spelled out, taken apart or hidden. A bare form asks for a
/// moderator; with a word beside it that says what it is, it is refused. Knows no clock, and keeps nothing.
/// </summary>
/// <param name="contacts">The office's own numbers and addresses, which pass.</param>
/// <param name="mostWork">Steps after which the rest of a text is held unread; linear in its length.</param>
public sealed class PersonalDataDetector(OfficeContacts contacts, int mostWork = PersonalDataDetector.UsualWork)
{
    /// <summary>Some four times what the worst text of 32,000 characters was seen to take.</summary>
    public const int UsualWork = 8_000_000;

    /// <summary>How it signs its marks.</summary>
    public static Detector Id { get; } = new("personal-data", 1);

    /// <summary>Marks the places, by place. None is marked that is in the office's contacts.</summary>
    /// <param name="text">The text as typed.</param>
    /// <param name="own">The author's number on file: publishing it is warned of, not refused.</param>
    public IReadOnlyList<TextMark> Find(string text, ThaiMobileNumber? own)
    {
        ArgumentNullException.ThrowIfNull(text);
        var budget = new WorkBudget(mostWork);
        var folded = FoldedText.Of(text, budget);
        var marks = new List<TextMark>();
        foreach (var found in All(folded, own?.National, budget))
        {
            if (budget.IsSpent || found.Kind is not { } kind) break;
            var (start, length) = folded.Typed(found.Start, found.End);
            marks.Add(new(kind, start, length, found.Verdict, Id));
        }

        if (budget.IsSpent) marks.Add(new(MarkKind.NotLookedThrough, 0, text.Length, CheckVerdict.Hold, Id));
        return [.. marks.OrderBy(mark => mark.Start)];
    }

    private IEnumerable<Found> All(FoldedText text, string? own, WorkBudget work)
    {
        var context = new ContextMap(text, work);
        var (taken, inLink) = (new bool[text.Length], new bool[text.Length]);
        foreach (var link in TextLinks.In(text, work))
        {
            var address = text.Chars[link.Host..link.End];
            if (IsOnLine(address) && !IsOfOffice(address))
            {
                taken.AsSpan(link.Start, link.End - link.Start).Fill(true);
                yield return new(MarkKind.LineId, link.Start, link.End, CheckVerdict.Block);
            }

            // wa.me/66812345678 is a telephone number and no address.
            if (!text.Chars[link.Host..link.End].StartsWith("wa.me/", StringComparison.Ordinal)) inLink.AsSpan(link.Path, link.End - link.Path).Fill(true);
        }

        foreach (var found in new MailFinder(text, context, contacts, work).Find(taken)) yield return found;
        foreach (var found in new LineIdFinder(text, context, contacts, work).Find(taken)) yield return found;
        foreach (var found in new PlateFinder(text, context, work).Find(taken)) yield return found;
        foreach (var found in new NumberFinder(text, context, contacts, own, work).Find(taken, inLink)) yield return found;
    }

    /// <summary>Whether the link adds somebody, or a group, on LINE.</summary>
    private static bool IsOnLine(ReadOnlySpan<char> address) =>
        address.StartsWith("line.me/ti/", StringComparison.Ordinal) || address.StartsWith("line.me/r/ti/", StringComparison.Ordinal);

    private bool IsOfOffice(ReadOnlySpan<char> address) =>
        contacts.HasLineId(address[(address.LastIndexOfAny('/', '~') + 1)..].ToString().Replace("%40", "", StringComparison.Ordinal));
}
