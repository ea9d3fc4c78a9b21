namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>E-mail addresses, LINE IDs and plates of nobody, and how people hide them.</summary>
internal static class DisguisedWords
{
    private static readonly string[] names = ["somchai", "nok", "malee", "jaidee", "kanya", "prasert", "ploy", "bank", "mai", "boonmee", "arthit", "fah"];
    private static readonly string[] domains = ["gmail.com", "hotmail.com", "yahoo.co.th", "outlook.com", "example.com", "example.co.th", "example.org", "icloud.com"];
    private static readonly string[] consonants = ["กก", "ขข", "ฎธ", "ชม", "ญพ", "ฮต", "ก", "ษ"];

    private static readonly string[] ofMails =
    [
        Disguises.Plain, Disguises.Plain, Disguises.Plain, "(at) (dot)", "at dot", "Thai at dot", "spaces around", "full-width", "zero-width", "line breaks", "_at_", "AT DOT in capitals",
    ];

    private static readonly string[] ofLines = [Disguises.Plain, Disguises.Plain, "full-width", "zero-width", "line breaks", "every letter apart"];

    private static readonly string[] ofPlates = [Disguises.Plain, "Thai digits", "hyphens"];

    public static string OneOf(string kind, Draw draw) => draw.One(kind switch { "e-mail" => ofMails, "LINE ID" => ofLines, _ => ofPlates });

    public static string Hide(string kind, string disguise, Draw draw) => kind switch
    {
        "e-mail" => Mail(disguise, draw),
        "LINE ID" => Line(disguise, draw),
        _ => Plate(disguise, draw),
    };

    private static string Mail(string disguise, Draw draw)
    {
        var (name, domain) = (Name(draw), draw.One(domains));
        return disguise switch
        {
            Disguises.Plain => draw.OneIn(8) ? $"{name}@{domain}".ToUpperInvariant() : $"{name}@{domain}",
            "(at) (dot)" => draw.One([$"{name}(at){Dots(domain, ".")}", $"{name}[at]{Dots(domain, "[dot]")}", $"{name} (at) {Dots(domain, " (dot) ")}", $"{name}{{at}}{domain}"]),
            "at dot" => $"{name} at {Dots(domain, " dot ")}",
            "Thai at dot" => draw.One([$"{name}แอท{Dots(domain, "ดอท")}", $"{name} แอท {Dots(domain, " ดอท ")}", $"{name}แอ็ท{Dots(domain, "จุด")}", $"{name} แอท {domain}"]),
            "spaces around" => draw.One([$"{name} @ {domain}", $"{name}@ {Dots(domain, " . ")}", $"{name} @{Dots(domain, " .")}"]),
            "full-width" => Wide($"{name}@{domain}"),
            "zero-width" => Between($"{name}@{domain}", draw),
            "line breaks" => draw.One([$"{name}@\n{domain}", $"{name}\n@{domain}", $"{name}@{Dots(domain, "\n.")}"]),
            "_at_" => $"{name}_at_{Dots(domain, "_dot_")}",
            _ => $"{name}AT{Dots(domain, "DOT")}",
        };
    }

    private static string Line(string disguise, Draw draw)
    {
        var name = draw.OneIn(4) ? "@" + Name(draw) : Name(draw);
        return disguise switch
        {
            Disguises.Plain => name,
            "full-width" => Wide(name),
            "zero-width" => Between(name, draw),
            "line breaks" => "\n" + name,
            _ => string.Join(' ', name.ToCharArray()),
        };
    }

    private static string Plate(string disguise, Draw draw)
    {
        var letters = (draw.OneIn(2) ? Draw.Text(draw.Number(1, 9)) : "") + draw.One(consonants);
        var number = draw.Digits(draw.Number(3, 4));
        return disguise switch
        {
            Disguises.Plain => $"{letters} {number}",
            "Thai digits" => Draw.InThai($"{letters} {number}"),
            _ => $"{letters}-{number}",
        };
    }

    private static string Name(Draw draw) => draw.Number(1, 4) switch
    {
        1 => draw.One(names) + draw.Digits(2),
        2 => $"{draw.One(names)}_{draw.One(names)}",
        3 => $"{draw.One(names)}.{draw.One(names)[0]}{draw.Digits(2)}",
        _ => draw.One(names) + draw.Digits(4),
    };

    private static string Dots(string domain, string dot) => domain.Replace(".", dot, StringComparison.Ordinal);

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c - '!' + '！') : c));

    private static string Between(string text, Draw draw) => string.Concat(text.Select(c => c + draw.One(["", "\u200B", "\u200C", "\u2060"])));
}
