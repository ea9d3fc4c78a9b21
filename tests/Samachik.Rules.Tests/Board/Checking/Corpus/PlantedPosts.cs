using Samachik.Rules.People;

namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>
/// Posts with a made-up person's data: kind by disguise by surroundings. Numbers are drawn and meant for nobody; none is
/// dialled or looked up. The frozen introductions were never looked at while the checker was tuned.
/// </summary>
internal static class PlantedPosts
{
    public static readonly string[] Kinds = ["national ID", "mobile", "landline", "+66", "e-mail", "LINE ID", "bank account", "vehicle plate"];

    private static readonly string[] surroundings = ["spaces", "Thai letters", "tone mark", "brackets", "line ends", "quotes", "within a post"];

    /// <summary>One post of that kind.</summary>
    public static PlantedPost Next(string kind, Draw draw, bool frozen)
    {
        var number = NumberOf(kind, draw);
        var disguise = number is null ? DisguisedWords.OneOf(kind, draw) : draw.One(Disguises.OfNumbers);
        var needsContext = kind is "LINE ID" or "bank account" or "vehicle plate";
        var introduction = needsContext || !draw.OneIn(4) ? draw.One(Introductions.Of(kind, frozen)) : "";
        // Without a word beside it only the check digit tells an ID number from any other.
        if (kind == "national ID" && introduction.Length > 0 && number is not null && draw.OneIn(3)) number = WithWrongCheckDigit(number);
        var datum = number is null ? DisguisedWords.Hide(kind, disguise, draw) : Disguises.Hide(number, disguise, draw);
        return Placed(kind, disguise, introduction, datum, draw);
    }

    private static PlantedPost Placed(string kind, string disguise, string introduction, string datum, Draw draw)
    {
        var surrounding = draw.One(surroundings);
        var isGlued = surrounding is "Thai letters" or "tone mark";
        // Latin letters glued on would be read as part of an address.
        var word = introduction.Length > 0 ? introduction : isGlued ? "ตามนี้" : "ตามนี้ ";
        var (before, after) = surrounding switch
        {
            "spaces" => (word + " ", " " + draw.One(Introductions.Endings)),
            "Thai letters" => (word + (kind == "LINE ID" ? " " : "นะ"), "ครับ"),
            "tone mark" => (word + (kind == "LINE ID" ? " " : "ค่ะ\u0E48"), "จ้า"),
            "brackets" => (word + " (", ") " + draw.One(Introductions.Endings)),
            "line ends" => (draw.One(["ตอบด้วยนะ\n", "ช่วยดูให้หน่อย\r\n"]) + word + "\n", "\nขอบคุณค่ะ"),
            "quotes" => (word + " \"", "\" " + draw.One(Introductions.Endings)),
            _ => (OrdinaryPosts.Next(draw) + "\n" + word + " ", "\n" + OrdinaryPosts.Next(draw)),
        };
        return new PlantedPost(before + datum + after, before.Length, datum.Length, kind, disguise, surrounding, introduction.Length > 0);
    }

    /// <summary>In its usual groups; null for what is no number.</summary>
    private static string? NumberOf(string kind, Draw draw) => kind switch
    {
        "national ID" => NationalIdOf(draw),
        "mobile" => draw.Fill(draw.One(["08#-###-####", "09#-###-####", "06#-###-####", "08-####-####"])),
        "landline" => draw.Fill(draw.One(["02-###-####", "0-2###-####", "038-###-###", "053-###-###", "07#-######"])),
        "+66" => draw.Fill(draw.One(["+66-8#-###-####", "+66-9#-###-####", "+668#-#######", "0066-6#-###-####", "+66-2-###-####"])),
        "bank account" => draw.Fill(draw.One(["###-#-#####-#", "###-######-#", "0##-#-#####-#", "##########", "###-#-#####-###"])),
        _ => null,
    };

    private static string NationalIdOf(Draw draw)
    {
        var twelve = Draw.Text(draw.Number(1, 8)) + draw.Digits(11);
        return Grouped(twelve + NationalId.CheckDigit(twelve));
    }

    private static string WithWrongCheckDigit(string grouped) => grouped[..^1] + (char)('0' + (grouped[^1] - '0' + 1) % 10);

    private static string Grouped(string digits) => $"{digits[..1]}-{digits[1..5]}-{digits[5..10]}-{digits[10..12]}-{digits[12..]}";
}
