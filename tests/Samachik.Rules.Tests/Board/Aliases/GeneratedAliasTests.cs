using Samachik.Rules.Board.Aliases;
using Samachik.Rules.Board.Words;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.Board.Aliases;

/// <summary>board.md, E.1, rule 7: a thousand names of ten edits each, and ten thousand aliases that hurt nobody. All made up here.</summary>
public class GeneratedAliasTests
{
    private static readonly string[] First =
    [
        "สมมุติ", "มานพ", "ปรีดา", "วิไลพร", "ก้องเกียรติ", "น้ำผึ้ง", "ศักดิ์ดา", "อรุณี", "ธัญญา", "เพ็ญแข", "โชติกา", "แก้วตา", "ไพโรจน์", "บุญเลี้ยง", "ชูศรี", "ทองใบ",
        "Anucha", "Boonsri", "Chalerm", "Duangjai", "Ekkarat", "Kittipong", "Malinee", "Orawan", "Pimchanok", "Rungroj", "Siriporn", "Wichai",
    ];

    private static readonly string[] Family =
    [
        "ตัวอย่างดี", "ทดสอบสกุล", "มั่งมีทรัพย์", "ใจกว้างขวาง", "รุ่งเรืองศิลป์", "ณ ทดลอง", "แซ่ลิ้มเจริญ", "พึ่งบุญธรรม", "สว่างไสวกุล", "กล้าแกร่งชัย",
        "เพียรขยันยิ่ง", "ฟ้าใสสะอาด", "ธารน้ำไหล", "ดอนเจดีย์งาม", "เขียวขจีรัตน์", "วงศ์จำลองผล", "ถิ่นไทยแท้", "ยิ้มแย้มสกุล",
        "Tuayangdee", "Thotsop", "Mangmeesap", "Jaikwang", "Rungruangsilp", "Saelim", "Puengboon", "Sawangkul", "Klakraeng", "Phiankhayan", "Fahsai", "Tharnnam",
        "Dontchedi", "Khieokhachi", "Wongchamlong", "Thinthai", "Yimyaem", "Noppakao",
    ];

    private static readonly string[] OfficeWords = ["ประกันสังคม", "สำนักงานประกันสังคม", "เจ้าหน้าที่", "แอดมิน", "ผู้ดูแลระบบ", "SSO", "Admin", "Moderator", "Officer", "สปส"];

    private static readonly string[] Others = ["สมมุติ", "Nok", "กรุงเทพ", "99", "2569", "ใจดี", "Chiangmai", "ภาคเหนือ", "ตัวจริง", "Thai"];

    private static (string First, string Last)[] Names { get; } =
    [
        .. from first in First from last in Family.Concat(Family.Select(name => name + (IsThai(name) ? "วัฒน์" : "wat"))) where IsThai(first) == IsThai(last) select (first, last),
    ];

    [Fact]
    public void Full_names_of_others_are_recognised_after_every_edit()
    {
        (string Edit, Func<string, string, string> Of)[] edits =
        [
            ("as it is", (first, last) => $"{first} {last}"), ("run together", (first, last) => first + last),
            ("low line", (first, last) => $"{first}_{last}"), ("dot", (first, last) => $"{first}.{last}"),
            ("other order", (first, last) => $"{last} {first}"), ("other order, run together", (first, last) => last + first),
            ("title", (first, last) => (IsThai(first) ? "นางสาว" : "Mr. ") + $"{first} {last}"), ("digits after", (first, last) => $"{first} {last} 2510"),
            ("zero-width, capitals", (first, last) => $"{first.ToUpperInvariant()}\u200B {last}"),
            ("digits for letters", (first, last) => $"{first} {last}".Replace('o', '0').Replace('e', '3').Replace('a', '4')),
        ];
        foreach (var (edit, of) in edits)
        {
            var missed = Names.Where(name => BoardAlias.TryParse(of(name.First, name.Last), out var alias, out _)
                && !FullNameKeys.Of(alias).Contains(PersonName.MatchKeyOf($"{name.First} {name.Last}"))).ToList();
            Assert.True(missed.Count == 0, $"{edit}: {missed.Count} of {Names.Length} missed, {string.Join(", ", missed.Take(3))}");
        }
    }

    [Fact]
    public void Skeletons_recognise_them_without_tones_and_with_letters_that_look_alike()
    {
        Assert.True(Names.Length >= 1000, $"{Names.Length}");
        var missed = Names.Select(name => $"{name.First} {name.Last}").Where(name => BoardAlias.TryParse(WithoutTones(name), out var alias, out _)
            && !FullNameKeys.SkeletonsOf(alias).Contains(AliasSkeleton.Of(name)));
        Assert.Empty(missed);
    }

    [Fact]
    public void Reserved_words_are_recognised_after_every_edit()
    {
        (string Edit, Func<string, string, string> Of)[] edits =
        [
            ("as it is", (word, _) => word), ("capitals", (word, _) => word.ToUpperInvariant()), ("letter by letter", (word, _) => LetterByLetter(word)),
            ("before a word", (word, other) => $"{word} {other}"), ("after a word", (word, other) => $"{other} {word}"),
            ("before a word, with a dot", (word, other) => $"{word}.{other}"), ("digits after", (word, _) => word + "007"),
            ("digits for letters", (word, other) => $"{word.Replace('o', '0').Replace('i', '1').Replace('e', '3').Replace('O', '0')}_{other}"),
            ("no tones", (word, other) => $"{WithoutTones(word)}-{other}"), ("doubled letter, zero-width", (word, _) => word[..2] + word[1] + "\u200B" + word[2..]),
        ];
        foreach (var (edit, of) in edits)
        {
            var aliases = OfficeWords.SelectMany(word => Others.Select(other => of(word, other))).ToList();
            var missed = aliases.Where(typed => BoardAlias.TryParse(typed, out var alias, out _) && !ReservedAliasesTests.Reserved.Holds(alias)).ToList();
            Assert.True(missed.Count == 0, $"{edit}: {missed.Count} of {aliases.Count} missed, {string.Join(", ", missed.Take(5))}");
        }
    }

    [Fact]
    public void Of_ten_thousand_ordinary_aliases_fewer_than_one_in_a_thousand_are_refused()
    {
        var members = Names.Select(name => PersonName.MatchKeyOf($"{name.First} {name.Last}")).ToHashSet();
        var aliases = Ordinary().Take(10_000).ToList();
        Assert.Equal(10_000, aliases.Count);
        var refused = aliases.Where(alias => ReservedAliasesTests.Reserved.Holds(alias) || FullNameKeys.Of(alias).Any(members.Contains)).ToList();
        Assert.True(refused.Count < 10, $"{refused.Count} refused: {string.Join(", ", refused.Take(20).Select(alias => alias.Text))}");
    }

    /// <summary>A nickname or a word or two of the dictionary, with a number or a place, as people put them together.</summary>
    private static IEnumerable<BoardAlias> Ordinary()
    {
        string[] nicknames = ["นก", "แดง", "หมู", "มด", "ตุ๊กตา", "Nok", "Ann", "Bank", "Mod", "Oil", "Boss", "Pim", "ป้าหนู", "ลุงดำ", "พี่โอ๋", "น้องฟ้า"];
        string[] ends = ["", "", "99", " 2510", "๕๕", "_th", " กทม", "ลาดพร้าว", " Khonkaen", "คนเดิม", "555"," s.s"];
        var words = ThaiWords.All;
        for (var i = 0; i < 40_000; i++)
        {
            var (word, other) = (words[i * 7919 % words.Count], words[i * 6007 % words.Count]);
            var start = (i % 5) switch { 0 => nicknames[i / 5 % nicknames.Length], 1 => word, 2 => $"{word} {other}", 3 => word + other, _ => nicknames[i / 5 % nicknames.Length] + word };
            if (BoardAlias.TryParse(start + ends[i / 3 % ends.Length], out var alias, out _)) yield return alias;
        }
    }

    private static bool IsThai(string text) => text[0] > '\u007F';

    private static string WithoutTones(string text) => string.Concat(text.Where(c => c is < '\u0E47' or > '\u0E4C'));

    private static string LetterByLetter(string word) => string.Concat(word.Select((c, i) => i > 0 && IsLetter(c) && word[i - 1] is not ' ' ? $" {c}" : $"{c}"));

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is (>= 'ก' and <= 'ฮ') or (>= 'เ' and <= 'ไ');
}
