using Samachik.Rules.Board.Search;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Tests.Board.Words;

/// <summary>Every listed word in every disguise that the checker is asked to see through, between Thai letters or spaces.</summary>
public class DisguiseTests
{
    private static readonly CoarseWords Words = new(CoarseWords.Shipped);

    private static readonly (string Name, Func<string, string> Of)[] Disguises =
    [
        ("plain", word => word), ("capitals", word => word.ToUpperInvariant()), ("full-width", FullWidth),
        ("last letter drawn out", word => word + new string(word[^1], 4)), ("marks doubled", DoubledMarks),
        ("zero-width between letters", word => string.Join('\u200B', word.AsEnumerable())), ("spaces between letters", word => Parted(word, " ")),
        ("dots between letters", word => Parted(word, ".")), ("hyphens between letters", word => Parted(word, " - ")), ("ํ and า for ำ", word => word.Replace("ำ", "\u0E4Dา", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Names => [.. Disguises.Select(disguise => disguise.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nearly_all_are_found(string name)
    {
        var of = Disguises.Single(disguise => disguise.Name == name).Of;
        var texts = (from word in CoarseWords.Shipped
                     from sentence in (string[])["{0}", "เขาเป็นคน {0} จริง", "บริการ {0}"]
                     select (word.Word, Text: sentence.Replace("{0}", of(word.Word), StringComparison.Ordinal))).ToList();
        var missed = texts.Where(text => !Words.Check(SearchText.Of(text.Text)).Marks.Any(mark => mark.Word == text.Word)).ToList();
        var recall = 1 - (double)missed.Count / texts.Count;
        Assert.True(recall >= (name == "plain" ? 1 : 0.97), $"{recall:P1} of {texts.Count}: {string.Join(" | ", missed.Take(10))}");
    }

    private static string FullWidth(string word) => string.Concat(word.Select(c => char.IsAsciiLetterLower(c) ? (char)(c - 'a' + 'ａ') : c));

    private static string DoubledMarks(string word) => string.Concat(word.Select(c => IsMark(c) ? $"{c}{c}" : $"{c}"));

    private static string Parted(string word, string between) =>
        string.Concat(word.Select((c, i) => i > 0 && !IsMark(c) && c is not ('ะ' or 'า' or 'ำ') ? between + c : $"{c}"));

    private static bool IsMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
