namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>Words before a datum that say what it is.</summary>
internal static class Introductions
{
    public static readonly string[] Endings = ["", "ครับ", "ค่ะ รบกวนด้วย", "นะครับ ขอบคุณ", "thanks", "ช่วยตรวจสอบให้หน่อย"];

    private static readonly Dictionary<string, string[]> seen = new()
    {
        ["national ID"] = ["เลขบัตรประชาชนผม", "เลขประจำตัวประชาชน:", "บัตร ปชช", "My ID card number is", "เลข 13 หลักของแม่คือ", "national ID", "เลขประจำตัวผู้ประกันตน"],
        ["mobile"] = ["โทร", "เบอร์ผม", "ติดต่อกลับที่", "tel.", "call me at", "มือถือ:", "โทรมาที่", "เบอร์โทรศัพท์ของน้องสาว", "phone"],
        ["landline"] = ["โทร", "เบอร์บ้าน", "โทรศัพท์บ้าน", "tel", "โทรเข้าบ้านที่", "my phone at home"],
        ["+66"] = ["โทร", "เบอร์", "call", "whatsapp", "มือถือ", "my mobile"],
        ["e-mail"] = ["อีเมล", "ส่งมาที่เมล", "email:", "e-mail", "ติดต่อ", "my mail is"],
        ["LINE ID"] = ["ไลน์ไอดี", "line id:", "แอดไลน์", "ทักไลน์", "ID Line", "ไลน์:", "add line", "ไอดีไลน์คือ", "LINE ID ="],
        ["bank account"] = ["เลขบัญชี", "เลขที่บัญชี", "บัญชีกสิกร", "โอนมาที่ธนาคารกรุงไทย", "SCB", "account number", "โอนเข้าบัญชีออมสิน", "bank account"],
        ["vehicle plate"] = ["ทะเบียนรถ", "รถป้ายทะเบียน", "license plate", "หมายเลขทะเบียนรถ"],
    };

    private static readonly Dictionary<string, string[]> frozen = new()
    {
        ["national ID"] = ["บัตรประชาชนของเขาคือ", "เลข ปชช.", "เลขที่บัตรประชาชน", "citizen ID:", "ID number", "เลขบัตร", "ประชาชนเลขที่ 13 หลัก"],
        ["mobile"] = ["เบอร์มือถือนาง ก.", "ทักมาเบอร์นี้", "Mobile no.", "รบกวนโทรหาแม่", "โทรฯ", "ติดต่อผมได้ที่เบอร์", "my number:", "โทรศัพท์"],
        ["landline"] = ["โทรที่บ้าน", "เบอร์ที่ทำงานพ่อ", "home phone:", "โทรศัพท์", "Tel."],
        ["+66"] = ["เบอร์มือถือ", "call him:", "โทรหาเขา", "my number is", "tel"],
        ["e-mail"] = ["อีเมล์ของผม", "mail มาที่", "contact:", "ส่งไฟล์ให้ที่", "อีเมลส่วนตัวคือ", "E-Mail :"],
        ["LINE ID"] = ["ไอดีไลน์", "Line ID", "แอดมาที่ไลน์", "id line :", "ไลน์ผม", "LINE:", "เพิ่มเพื่อนไลน์"],
        ["bank account"] = ["บัญชีธนาคารกรุงเทพ เลขที่", "เลข บ/ช", "โอนเข้าเลขบัญชี", "KBANK acc.", "ธ.ไทยพาณิชย์ เลขบัญชี", "บัญชีออมทรัพย์เลขที่", "account no."],
        ["vehicle plate"] = ["ทะเบียนรถ", "ป้ายทะเบียน", "plate number", "รถยนต์ทะเบียน"],
    };

    public static string[] Of(string kind, bool isFrozen) => (isFrozen ? frozen : seen)[kind];
}
