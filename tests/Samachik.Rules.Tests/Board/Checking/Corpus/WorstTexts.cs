namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>Texts made to take long.</summary>
internal static class WorstTexts
{
    private static readonly Dictionary<string, string> pieces = new()
    {
        ["one digit"] = "1", ["digits apart"] = "0 ", ["phones"] = "0812345678 ", ["phones apart"] = "0 8 1 2 3 4 5 6 7 8 ", ["ID numbers"] = "1101700000133 ",
        ["at signs"] = "@", ["addresses"] = "a@b.co ", ["at words"] = "a at b dot ", ["dots"] = "a.", ["names"] = "a", ["capital AT"] = "aATb", ["brackets"] = "(at)",
        ["LINE"] = "line id ", ["LINE and letters"] = "lineนะ a b c d e ", ["context"] = "โทร ", ["references"] = "ref ", ["plates"] = "ทะเบียนรถ ก",
        ["digit words"] = "ศูนย์แปด", ["English words"] = "zeroeight", ["letters for digits"] = "Ol", ["links"] = "http://", ["links of hosts"] = "a.com/",
        ["keycaps"] = "0\uFE0F\u20E3", ["zero-width"] = "0\u200B", ["marks"] = "\u0E48", ["ligatures"] = "\uFDFA", ["mathematical letters"] = "𝐚", ["halves of pairs"] = "\uD83D",
        ["amounts"] = "1,000,", ["dates"] = "1/1/", ["institutions"] = "รพ.02", ["Thai"] = "ทดสอบการโทรหาเลขที่บัญชี",
    };

    public static IEnumerable<(string Name, string Text)> All(int length) =>
        pieces.Select(piece => (piece.Key, string.Concat(Enumerable.Repeat(piece.Value, length / piece.Value.Length + 1))[..length]));
}
