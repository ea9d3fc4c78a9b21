using System.Globalization;

namespace Samachik.Rules.Passwords;

/// <summary>
/// Passwords that come to mind in Thailand and at this office, which a list from abroad lacks: words in Latin letters,
/// words in Thai, and what the keys of the Thai words give with the English keyboard on; each with a usual ending.
/// </summary>
internal static class ThaiPasswords
{
    private const int FirstYear = 2500, LastYear = 2599, BuddhistYears = 543;

    private static readonly string[] LatinWords =
    [
        "samachik", "samashik", "prakan", "prakansangkhom", "prakansangkom", "prakunsungkom", "prakunsangkom",
        "sso", "ssothai", "thaisso", "sangkhom", "sangkom", "phuprakanton", "rahatphan", "rahaspan", "rahatpan",
        "ratchakan", "rachakarn", "raengngan", "krungthep", "bangkok", "thailand", "prathetthai", "khonthai", "konthai",
        "sawasdee", "sawatdee", "sawasdeekrub", "sawasdeekrap", "sawasdeeka", "sawadee", "sabaidee", "chokdee", "jaidee",
        "rakmae", "rakphor", "rakpor", "rakthai", "rukna", "rakna", "chanrakthoe", "chanrakter", "khidthueng", "kidtueng",
        "muaythai", "songkran", "changthai", "chiangmai", "phuket", "pattaya", "korat", "buriram", "khonkaen",
        "somchai", "somsak", "somsri", "somying", "malee", "naruto", "doraemon",
    ];

    // Kedmanee layout (TIS 820), letters in lower case.
    private static readonly (string Thai, string Keys)[] ThaiWords =
    [
        ("ประกันสังคม", "xitdyoly'8,"),
        ("สมาชิก", "l,k=bd"),
        ("รหัสผ่าน", "isylzjko"),
        ("ผู้ประกันตน", "z^hxitdyo9o"),
        ("สำนักงาน", "leoyd'ko"),
        ("กรุงเทพ", "di6'gmr"),
        ("กรุงเทพมหานคร", "di6'gmr,sko8i"),
        ("ประเทศไทย", "xitgmlwmp"),
        ("สวัสดี", "l;ylfu"),
        ("สวัสดีครับ", "l;ylfu8iy["),
        ("สวัสดีค่ะ", "l;ylfu8jt"),
        ("ราชการ", "ik=dki"),
        ("แรงงาน", "ci''ko"),
        ("ความรัก", "8;k,iyd"),
        ("รักแม่", "iydc,j"),
        ("รักพ่อ", "iydrjv"),
        ("รักในหลวง", "iyd.os];'"),
        ("ฉันรักเธอ", "cyoiydgtv"),
        ("คิดถึง", "8bf57'"),
        ("ขอบคุณ", "-v[86i"),
        ("โชคดี", "f=8fu"),
        ("ร่ำรวย", "ijei;p"),
        ("คนไทย", "8owmp"),
        ("มวยไทย", ",;pwmp"),
        ("เชียงใหม่", "g=up'.s,j"),
        ("สบายดี", "l[kpfu"),
        ("บัตรประชาชน", "[y9ixit=k=o"),
        ("เงินเดือน", "g'bogfnvo"),
        ("ลูกรัก", "]^diyd"),
        ("ใจดี", ".0fu"),
    ];

    private static readonly string[] Endings =
    [
        "", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "01", "10", "11", "12", "55", "66", "77", "88", "99",
        "000", "007", "100", "101", "111", "123", "191", "321", "456", "555", "666", "777", "789", "888", "999",
        "1111", "1234", "1506", "4321", "5555", "9999", "12345", "54321", "123456", "1234567", "12345678", "123456789",
        "za", "007za", "jub", "naja", "krub", "ka",
    ];

    /// <summary>All of them, in lower case.</summary>
    public static IEnumerable<string> All()
    {
        var words = LatinWords.Concat(ThaiWords.SelectMany(word => new[] { word.Thai, word.Keys }));
        var endings = Endings.Concat(Years()).ToList();
        return words.SelectMany(word => endings.Select(ending => word + ending));
    }

    private static IEnumerable<string> Years()
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            yield return year.ToString(CultureInfo.InvariantCulture);
            yield return (year - BuddhistYears).ToString(CultureInfo.InvariantCulture);
        }
    }
}
