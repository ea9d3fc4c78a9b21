using System.Collections.Frozen;

namespace Samachik.Rules.Board.Checking;

/// <summary>What a word beside a number says that the number is.</summary>
internal enum ContextKind
{
    NationalId,
    TaxNumber,
    Phone,
    Mail,
    Line,
    Bank,
    Plate,

    /// <summary>A receipt, a request, an employer: a number that is nobody's.</summary>
    Reference,

    /// <summary>A place with a public telephone.</summary>
    Institution,
}

/// <summary>The words that say what a number is, folded as texts are.</summary>
internal static class ContextWords
{
    private static readonly Dictionary<ContextKind, string> words = new()
    {
        [ContextKind.NationalId] = """
            บัตรประชาชน|เลขบัตร|บัตร ปชช|บัตรปชช|ปชช|เลขประจำตัว|เลขประชาชน|ประจำตัวประชาชน|13 หลัก|สิบสามหลัก|ประชาชนเลขที่|เลขผู้ประกันตน|เลขประกันสังคม
            |เลขที่บัตร|ผู้ประกันตนเลขที่|id|id card|id card number|identification number|citizen id|national id|id number|id no|thai id|ssn|social security number|identity card|pid
            """,
        [ContextKind.TaxNumber] = "ผู้เสียภาษี|tax id|taxpayer|tin",
        [ContextKind.Phone] = """
            โทร|เบอร์|มือถือ|ติดต่อ|ทักมา|ทักหา|tel|telephone|phone|mobile|cell|call|contact|dial|whatsapp|wa.me|viber|wechat|sms|text me|reach me|ring|my number
            """,
        [ContextKind.Mail] = "อีเมล|เมล|อีเมว|email|e-mail|mail|gmail|ส่งมาที่|ส่งไฟล์|ส่งให้ที่|send",
        [ContextKind.Line] = "ไลน์|ไลน|ลายน์|line|1ine|l i n e|ไอดี|ไอดีไลน์|ไลน์ไอดี|line id|id line",
        [ContextKind.Bank] = """
            บัญชี|เลขบัญชี|เลขที่บัญชี|บัญชีธนาคาร|บัญชีออมทรัพย์|บ/ช|บช.|ธนาคาร|แบงก์|แบงค์|ธ.ก|ธ.ท|ธ.ออมสิน|ธ.ไทย|กสิกร|ไทยพาณิชย์|กรุงไทย|กรุงศรี|ออมสิน|ธกส|ทหารไทย
            |พร้อมเพย์|โอนเข้า|โอนมา|โอนเงิน|โอนให้|account|account number|account no|bank account|acc|acct|a/c|kbank|scb|ktb|bbl|ttb|gsb|baac|promptpay|kasikorn|krungthai|bank
            """,
        [ContextKind.Plate] = "ทะเบียนรถ|ป้ายทะเบียน|รถทะเบียน|รถยนต์ทะเบียน|เลขทะเบียนรถ|license plate|licence plate|plate number|plate no|number plate",
        [ContextKind.Reference] = """
            อ้างอิง|ใบเสร็จ|คำขอ|เลขรับ|เลขที่รับ|พัสดุ|เอกสารเลขที่|เลขที่เอกสาร|เลขที่เรื่อง|หนังสือที่|คำสั่ง|ใบแจ้ง|รายการ|นายจ้าง|เลขที่นายจ้าง|เลขนายจ้าง|นายจ้างเลขที่
            |บัญชีนายจ้าง|เลขบัญชีนายจ้าง|เลขที่บัญชีนายจ้าง|นายจ้างเลขที่บัญชี|นิติบุคคล|ทะเบียนพาณิชย์|หมายเลขดำ|หมายเลขแดง|คดี|ใบนำส่ง|บัตรรับรอง|ใบส่งตัว|ใบอนุญาต|รหัส| รง |ที่ รง|เวอร์ชัน|เวอร์ชั่น
            |ref|reference|reference number|reference no|ref no|version|build|receipt|receipt no|request|request id|ticket|ticket id|tracking|track|invoice|transaction|transaction id|order|order id|case|case no|case number|payment id
            |work permit|employer|employer account|employer account no|serial|error|code|hn|user id|customer id|ref id
            """,
        [ContextKind.Institution] = "โรงพยาบาล|รพ.|สำนักงาน|ประกันสังคม|สปส|สาขา|คลินิก|ธนาคาร|อำเภอ|hospital|clinic|social security|branch|fax|แฟกซ์|call center|คอลเซ็นเตอร์",
    };

    /// <summary>By their first letter, the longest first.</summary>
    private static readonly FrozenDictionary<char, (string Word, ContextKind Kind)[]> byFirst = words
        .Where(entry => entry.Key != ContextKind.Institution).SelectMany(Folded).GroupBy(word => word.Word[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Word.Length).ToArray());

    private static readonly FrozenDictionary<char, (string Word, ContextKind Kind)[]> institutions = Folded(new(ContextKind.Institution, words[ContextKind.Institution]))
        .GroupBy(word => word.Word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The longest word that begins there and says what a number is.</summary>
    public static (int Length, ContextKind Kind)? At(FoldedText text, int at, WorkBudget work) => Longest(byFirst, text, at, work);

    /// <summary>Whether a place with a public telephone is named there.</summary>
    public static bool IsInstitution(FoldedText text, int at, WorkBudget work) => Longest(institutions, text, at, work) is not null;

    private static (int Length, ContextKind Kind)? Longest(
        FrozenDictionary<char, (string Word, ContextKind Kind)[]> table, FoldedText text, int at, WorkBudget work)
    {
        if (!table.TryGetValue(text[at], out var candidates)) return null;
        work.TrySpend(candidates.Length);
        var rest = text.Chars[at..];
        foreach (var (word, kind) in candidates)
            if (rest.StartsWith(word, StringComparison.Ordinal) && StandsAlone(text, at, word)) return (word.Length, kind);
        return null;
    }

    /// <summary>Thai words stand anywhere; Latin ones touch no other Latin letter: a hotel is no telephone.</summary>
    private static bool StandsAlone(FoldedText text, int at, string word) =>
        !(char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(text.At(at - 1)))
        && !(char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(text.At(at + word.Length)));

    private static IEnumerable<(string Word, ContextKind Kind)> Folded(KeyValuePair<ContextKind, string> entry) =>
        entry.Value.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (FoldedText.Fold(word), entry.Key));
}
