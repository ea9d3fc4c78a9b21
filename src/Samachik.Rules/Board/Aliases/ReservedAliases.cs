using System.Collections.Frozen;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Board.Aliases;

/// <summary>
/// The words that nobody goes by on the board, because they would be taken for the office: those of every such board, and the
/// office's own names. As an alias or a word of one, with look-alikes, digits for letters and spaces between letters; the telling
/// ones also where an alias begins or ends with them.
/// </summary>
public sealed class ReservedAliases
{
    // A shorter word also begins and ends innocent ones, once near letters count as the same.
    private const int LeastLoose = 5;

    // Not "adminis", which administrator begins with too.
    private static readonly string Harmless = AliasSkeleton.Of("administer");

    // With a star: not only a word of its own, but also where it is written together with others.
    private static readonly string[] Usual =
    [
        "*เจ้าหน้าที่", "*จนท", "*แอดมิน", "*ผู้ดูแลระบบ", "*ผู้ดูแลบอร์ด", "*ผู้ดูแลเว็บ", "*ผู้ดูแลกระทู้", "ผู้ดูแล", "*ผู้ตรวจกระทู้", "*ม็อดเดอเรเตอร์", "*โมเดอเรเตอร์",
        "*เลขาธิการ", "*ประชาสัมพันธ์", "*คอลเซ็นเตอร์", "สายด่วน", "ระบบ", "ทางการ", "อดีตสมาชิก", "ตัวแทนสำนักงาน", "*สำนักงานใหญ่",
        "*admin", "*administrator", "*moderator", "*officer", "official", "staff", "support", "system", "root", "webmaster", "sysadmin", "helpdesk",
        "call center", "hotline", "customer service", "government", "govt", "former member", "deleted", "anonymous", "*chaonathi", "*jaonati", "*jaonatee", "*chaonatee", "*jaonathee", "*chaonathee",
    ];

    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> looseWords;
    private readonly string[] parts;
    private readonly string[] looseParts;

    /// <summary>Takes the usual words and the office's.</summary>
    /// <param name="office">The names and abbreviations of the office, in every script and spelling that it goes by; it is a setting.</param>
    public ReservedAliases(IEnumerable<string> office)
    {
        ArgumentNullException.ThrowIfNull(office);
        var all = Usual.Concat(office.Select(name => "*" + name)).Select(word => (Skeleton: AliasSkeleton.Of(word.TrimStart('*')), IsPart: word[0] == '*'))
            .Where(word => word.Skeleton.Length > 1).ToList();
        words = all.Select(word => word.Skeleton).ToFrozenSet(StringComparer.Ordinal);
        looseWords = words.Select(AliasSkeleton.Loosened).ToFrozenSet(StringComparer.Ordinal);
        parts = [.. all.Where(word => word.IsPart && IsLongEnough(word.Skeleton)).Select(word => word.Skeleton).Distinct()];
        looseParts = [.. parts.Select(AliasSkeleton.Loosened).Where(word => word.Length >= LeastLoose)];
    }

    /// <summary>Whether nobody may go by the alias. Every word is compared, found or not, so that the time tells nothing.</summary>
    public bool Holds(BoardAlias alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        var pieces = AliasScripts.Pieces(alias.Text);
        var found = false;
        for (var first = 0; first < pieces.Count; first++)
        {
            var joined = "";
            for (var last = first; last < pieces.Count; last++)
            {
                joined += pieces[last];
                found |= joined.Any(c => AliasScripts.Of(c) is AliasScript.Thai or AliasScript.Latin) && IsReserved(AliasSkeleton.Of(joined));
            }
        }
        return found;
    }

    private bool IsReserved(string skeleton)
    {
        var loose = AliasSkeleton.Loosened(skeleton);
        var isWord = words.Contains(skeleton) | looseWords.Contains(loose);
        var isPart = BeginsOrEnds(skeleton, parts) | BeginsOrEnds(loose, looseParts);
        return isWord || (isPart && !skeleton.StartsWith(Harmless, StringComparison.Ordinal));
    }

    /// <summary>Where no Thai letter is torn from its vowel or mark: "เอเจนท์" does not end with "จนท".</summary>
    private static bool BeginsOrEnds(string text, string[] parts)
    {
        var found = false;
        foreach (var part in parts)
        {
            found |= text.StartsWith(part, StringComparison.Ordinal) && ThaiCluster.IsBoundary(text, part.Length);
            found |= text.EndsWith(part, StringComparison.Ordinal) && ThaiCluster.IsBoundary(text, text.Length - part.Length);
        }
        return found;
    }

    // Three Latin letters begin many a word; three Thai consonants without a vowel, as in an abbreviation, begin none.
    private static bool IsLongEnough(string skeleton) => skeleton.Length >= LeastLoose || skeleton.All(c => c is >= 'ก' and <= 'ฮ');
}
