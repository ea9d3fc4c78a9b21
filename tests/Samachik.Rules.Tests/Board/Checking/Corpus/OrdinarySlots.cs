using System.Text;

namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>What ordinary posts are full of and is nobody's: amounts, dates, times, laws, forms, receipts, public contacts.</summary>
internal static class OrdinarySlots
{
    private static readonly string[] monthsShort = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];
    private static readonly string[] months = ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"];
    private static readonly string[] monthsEnglish = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] hospitals = ["รพ.ศิริราช", "โรงพยาบาลราชวิถี", "รพ.จุฬา", "โรงพยาบาลชลบุรี", "รพ.ขอนแก่น", "โรงพยาบาลบางปะกอก 8", "รพ.วิภาวดี", "โรงพยาบาลสมุทรปราการ"];
    private static readonly string[] banks = ["กรุงไทย", "กสิกรไทย", "ไทยพาณิชย์", "กรุงเทพ", "ออมสิน", "ธ.ก.ส.", "ทหารไทยธนชาต"];
    private static readonly string[] provinces = ["ชลบุรี", "เชียงใหม่", "ขอนแก่น", "สมุทรสาคร", "ระยอง", "สงขลา", "นครปฐม", "อยุธยา", "กรุงเทพฯ พื้นที่ 3", "ลำพูน"];
    private static readonly string[] laws = ["มาตรา 33", "มาตรา 39", "มาตรา 40", "ม.33", "ม.39", "ม.40", "ม33", "มาตรา ๓๙", "มาตรา 33/1", "มาตรา 47 ทวิ", "มาตรา 40(2)", "section 39"];
    private static readonly string[] forms = ["สปส. 2-01", "สปส.1-10", "สปส. 6-09", "สปส. 1-03", "สปส.9-02", "สปส. 2-01/7", "สปส. ๒-๐๑", "SSO 2-01", "แบบ สปส. 1-20", "ภ.ง.ด. 91"];
    private static readonly string[] urls =
    [
        "https://www.sso.go.th", "www.sso.go.th", "https://www.sso.go.th/wpr/main/custom/custom_detail_detail_1_160_0/992_992/?site=1&page=preview&id=992",
        "https://www.sso.go.th/eservices/esv/index.jsp", "http://www.sso.go.th/wpr/uploads/uploadImages/file/25670512_1345.pdf", "sso.go.th/e-self",
        "https://www.mol.go.th/news/2567-0581234", "https://ratchakitcha.soc.go.th/documents/140A048N0000000004500.pdf",
    ];
    private static readonly string[] offices = ["02-956-2400", "0-2956-2400", "02 956 2400", "029562400", "๐๒-๙๕๖-๒๔๐๐", "02-9562400", "+66 2 956 2400", "(02) 956-2400", "02-956-2400 ต่อ 5"];
    private static readonly string[] hotlines = ["1506", "๑๕๐๖", "สายด่วน 1506", "1506 กด 1", "1506 ตลอด 24 ชั่วโมง", "call center 1506"];
    private static readonly string[] mails = ["info@sso.go.th", "webmaster@sso.mail.go.th", "saraban@sso.go.th", "ssotraining@sso.go.th"];

    /// <summary>Fills each {slot} of a template.</summary>
    public static string Fill(string template, Draw draw)
    {
        var text = new StringBuilder(template.Length * 2);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) return text.Append(template, at, template.Length - at).ToString();
            var close = template.IndexOf('}', open);
            text.Append(template, at, open - at).Append(One(template[(open + 1)..close], draw));
            at = close + 1;
        }

        return text.ToString();
    }

    private static string One(string slot, Draw draw) => slot switch
    {
        "amount" => Amount(draw),
        "date" => Date(draw),
        "day" => Draw.Text(draw.Number(1, 28)),
        "time" => Time(draw),
        "month" => draw.One(draw.OneIn(3) ? months : monthsShort),
        "monthen" => draw.One(monthsEnglish),
        "year" => draw.OneIn(4) ? Draw.Text(draw.Number(2018, 2026)) : draw.OneIn(5) ? Draw.InThai(Draw.Text(draw.Number(2560, 2569))) : Draw.Text(draw.Number(2560, 2569)),
        "law" => draw.One(laws),
        "form" => draw.One(forms),
        "ref10" => draw.OneIn(6) ? Draw.InThai(draw.Digits(10)) : draw.OneIn(4) ? draw.Fill("##-########") : draw.Digits(10),
        "ref13" => draw.OneIn(8) ? draw.Fill("##########-###") : draw.Digits(13),
        "refmix" => draw.One([draw.Fill("REQ-2567-0######"), draw.Fill("SSO67########"), draw.Fill("TXN##########"), draw.Fill("A####-####-##"), draw.Fill("2567######")]),
        "letter" => draw.One([draw.Fill("รง 06##/ว ####"), draw.Fill("รง 06##.#/#####"), draw.Fill("ที่ รง ๐๖##/####"), draw.Fill("รง 0614/ว 1##")]),
        "track" => draw.One([draw.Fill("EF#########TH"), draw.Fill("RG#########TH"), draw.Fill("TH###########A")]),
        "employer" => draw.One([draw.Fill("1#-#######-#"), draw.Fill("10########"), draw.Fill("20-0######-#")]),
        "four" => draw.Digits(4),
        "corp9" => draw.Digits(9),
        "url" => draw.One(urls),
        "hotline" => draw.One(hotlines),
        "office" => draw.One(offices),
        "mail" => draw.One(mails),
        "hospital" => draw.One(hospitals),
        "landline" => draw.One([draw.Fill("02-4##-####"), draw.Fill("038-###-###"), draw.Fill("053 ### ###"), draw.Fill("0-2###-####")]),
        "bank" => draw.One(banks),
        "province" => draw.One(provinces),
        "age" => Draw.Text(draw.Number(15, 78)),
        "n" => Draw.Text(draw.Number(2, 40)),
        "n3" => Draw.Text(draw.Number(100, 999)),
        "pct" => draw.One(["5%", "3%", "1.5 %", "60%", "9 เปอร์เซ็นต์", "ร้อยละ 50", "0.5%", "2.75%"]),
        "hn" => draw.One([draw.Fill("HN ######/67"), draw.Fill("HN##-##-####"), draw.Fill("HN 0#######")]),
        "version" => draw.One(["iOS 17.4.1", "Android 14", "v2.3.1", "3.0.12 (build 20240512)", "Chrome 124.0.6367.91"]),
        "otp" => $"{draw.Digits(6)}",
        "stamp" => draw.OneIn(2) ? $"2025{draw.Number(1, 12):D2}{draw.Number(1, 28):D2}{draw.Digits(6)}" : $"17{draw.Digits(8)}",
        _ => throw new ArgumentException(slot),
    };

    private static string Amount(Draw draw)
    {
        var baht = draw.Number(1, 40) switch { 1 => draw.Number(1_000_000, 2_000_000_000), < 15 => draw.Number(100, 999), _ => draw.Number(1_000, 250_000) };
        return draw.Number(1, 7) switch
        {
            1 => Draw.Text(baht),
            2 => Draw.InThai(Draw.Grouped(baht)),
            3 => $"{Draw.Grouped(baht)}.{draw.Digits(2)}",
            4 => $"{Draw.Grouped(baht)}-{Draw.Grouped(baht * 2L > int.MaxValue ? baht : baht * 2)}",
            5 => $"{Draw.Grouped(baht)}.-",
            _ => Draw.Grouped(baht),
        };
    }

    private static string Date(Draw draw)
    {
        var (day, month, year) = (draw.Number(1, 28), draw.Number(1, 12), draw.Number(2560, 2569));
        return draw.Number(1, 11) switch
        {
            1 => $"{day}/{month}/{year}",
            2 => $"{day:D2}/{month:D2}/{year}",
            3 => $"{day:D2}-{month:D2}-{year}",
            4 => $"{year - 543}-{month:D2}-{day:D2}",
            5 => Draw.InThai($"{day} {monthsShort[month - 1]} {year % 100}"),
            6 => $"{day} {months[month - 1]} พ.ศ. {year}",
            7 => $"{day:D2}.{month:D2}.{year % 100}",
            8 => $"{day} {monthsEnglish[month - 1]} {year - 543}",
            9 => $"{day:D2}/{month:D2}/{year} เวลา {draw.Number(8, 16):D2}:{draw.Digits(1)[0] % 6}{draw.Digits(1)}",
            10 => $"{day:D2}/{month:D2}/{year} {draw.Number(8, 16):D2}.{draw.Number(10, 59)} น.",
            _ => $"{day} {monthsShort[month - 1]} {year}",
        };
    }

    private static string Time(Draw draw) => draw.Number(1, 6) switch
    {
        1 => "08.30-16.30 น.",
        2 => "8.30 - 16.30 น",
        3 => $"{draw.Number(0, 23):D2}:{draw.Number(0, 59):D2}",
        4 => $"{draw.Number(8, 20)}.{draw.Number(10, 59)} น.",
        5 => "๐๘.๓๐ น. ถึง ๑๖.๓๐ น.",
        _ => $"{draw.Number(1, 12)}:{draw.Number(10, 59)} pm",
    };
}
