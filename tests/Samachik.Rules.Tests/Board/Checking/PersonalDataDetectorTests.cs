using Samachik.Rules.Board.Checking;
using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Rules.Tests.Board.Checking;

public sealed class PersonalDataDetectorTests
{
    [Theory]
    [InlineData("เลขบัตรประชาชน 1-1017-00000-13-3 ครับ", MarkKind.NationalId, "1-1017-00000-13-3")]
    [InlineData("เลขบัตร1101700000133", MarkKind.NationalId, "1101700000133")]
    [InlineData("เลขบัตรประชาชน 1-2345-67890-12-3 ครับ", MarkKind.NationalId, "1-2345-67890-12-3")]
    [InlineData("my ID is 11017000OOl33", MarkKind.NationalId, "11017000OOl33")]
    [InlineData("เลขประจำตัวผู้เสียภาษี 1101700000133", MarkKind.NationalId, "1101700000133")]
    [InlineData("โทร 081-234-5678 นะ", MarkKind.Mobile, "081-234-5678")]
    [InlineData("โทร๐๘๑๒๓๔๕๖๗๘ครับ", MarkKind.Mobile, "๐๘๑๒๓๔๕๖๗๘")]
    [InlineData("เบอร์ (081) 234 5678", MarkKind.Mobile, "081) 234 5678")]
    [InlineData("tel0812345678call", MarkKind.Mobile, "0812345678")]
    [InlineData("โทร ศูนย์แปดหนึ่ง สองสามสี่ ห้าหกเจ็ดแปด", MarkKind.Mobile, "ศูนย์แปดหนึ่ง สองสามสี่ ห้าหกเจ็ดแปด")]
    [InlineData("โทร ศูนย์แปดหนึ่ง สองสามส่ี ห้าหกเจ็ดแปด", MarkKind.Mobile, "ศูนย์แปดหนึ่ง สองสามส่ี ห้าหกเจ็ดแปด")]
    [InlineData("call zero eight one two three four five six seven eight", MarkKind.Mobile, "zero eight one two three four five six seven eight")]
    [InlineData("โทร 0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ จ้า", MarkKind.Mobile, "0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣")]
    [InlineData("เบอร์โทร:\n\n0812345678", MarkKind.Mobile, "0812345678")]
    [InlineData("โทร +66 (0)81 234 5678", MarkKind.Mobile, "+66 (0)81 234 5678")]
    [InlineData("0812345678 เบอร์ผมเอง", MarkKind.Mobile, "0812345678")]
    [InlineData("โทรบ้าน 038-123-456", MarkKind.Landline, "038-123-456")]
    [InlineData("phone +95 9 123 456 789", MarkKind.ForeignPhone, "+95 9 123 456 789")]
    [InlineData("อีเมล nobody@example.org", MarkKind.Email, "nobody@example.org")]
    [InlineData("nobody99@gmail.com", MarkKind.Email, "nobody99@gmail.com")]
    [InlineData("nobody แอท gmail ดอท com", MarkKind.Email, "nobody แอท gmail ดอท com")]
    [InlineData("nobody_at_gmail_dot_com", MarkKind.Email, "nobody_at_gmail_dot_com")]
    [InlineData("nobodyatgmaildotcom", MarkKind.Email, "nobodyatgmaildotcom")]
    [InlineData("mail: nobody(at)example(dot)co(dot)th", MarkKind.Email, "nobody(at)example(dot)co(dot)th")]
    [InlineData("ｎｏｂｏｄｙ＠ｇｍａｉｌ．ｃｏｍ", MarkKind.Email, "ｎｏｂｏｄｙ＠ｇｍａｉｌ．ｃｏｍ")]
    [InlineData("แอดไลน์ nobody นะ", MarkKind.LineId, "nobody")]
    [InlineData("ไลน์ nobody99", MarkKind.LineId, "nobody99")]
    [InlineData("LINE ID: no.body_9", MarkKind.LineId, "no.body_9")]
    [InlineData("ไอดีไลน์คือ @nobody", MarkKind.LineId, "@nobody")]
    [InlineData("https://line.me/ti/p/~nobody9", MarkKind.LineId, "https://line.me/ti/p/~nobody9")]
    [InlineData("wa.me/66812345678", MarkKind.Mobile, "66812345678")]
    [InlineData("เลขบัญชี 123-4-56789-0", MarkKind.BankAccount, "123-4-56789-0")]
    [InlineData("โอนมาที่กสิกร 1234567890", MarkKind.BankAccount, "1234567890")]
    [InlineData("ทะเบียนรถ 9กข 1234", MarkKind.VehiclePlate, "9กข 1234")]
    public void With_a_word_beside_it_a_datum_is_blocked(string text, MarkKind kind, string place)
    {
        var mark = Assert.Single(Detecting.Marks(text));
        Assert.Equal((kind, CheckVerdict.Block, place), (mark.Kind, mark.Verdict, text.Substring(mark.Start, mark.Length)));
        Assert.Equal(PersonalDataDetector.Id, mark.Detector);
        Assert.Equal(9, mark.Rule);
    }

    [Theory]
    [InlineData("ตามนี้ 1101700000133 ครับ", MarkKind.NationalId)]
    [InlineData("1-2345-67890-12-3", MarkKind.NationalId)]
    [InlineData("0812345678", MarkKind.Mobile)]
    [InlineData("0 8 1 2 3 4 5 6 7 8", MarkKind.Mobile)]
    [InlineData("+66812345678", MarkKind.Mobile)]
    [InlineData("021234567", MarkKind.Landline)]
    [InlineData("nobody@example.org", MarkKind.Email)]
    [InlineData("123-4-56789-0", MarkKind.BankAccount)]
    [InlineData("ใบเสร็จ 12345 ตามนี้ 0812345678", MarkKind.Mobile)]
    [InlineData("ใบเสร็จหายไปแล้ว\nตามนี้ 0812345678", MarkKind.Mobile)]
    [InlineData("0812345678\nโทรถาม 1506 แล้ว", MarkKind.Mobile)]
    [InlineData("โทรถามแล้วค่ะ\n\nตามนี้ 0812345678", MarkKind.Mobile)]
    public void The_bare_form_waits_for_a_moderator(string text, MarkKind kind)
    {
        var mark = Assert.Single(Detecting.Marks(text));
        Assert.Equal((kind, CheckVerdict.Hold), (mark.Kind, mark.Verdict));
    }

    [Theory]
    [InlineData("เลขที่อ้างอิง 0812345678", MarkKind.Mobile)]
    [InlineData("เบอร์โรงพยาบาลชลบุรี 038-123-456", MarkKind.Landline)]
    [InlineData("https://example.com/a?pid=1101700000133", MarkKind.NationalId)]
    public void What_is_said_to_be_something_else_is_published_and_looked_at(string text, MarkKind kind)
    {
        var mark = Assert.Single(Detecting.Marks(text));
        Assert.Equal((kind, CheckVerdict.Flag), (mark.Kind, mark.Verdict));
    }

    [Theory]
    [InlineData("")]
    [InlineData("โทร 1506 หรือ 02-956-2400, 0-2956-2400 ต่อ 5, +66 2 956 2400, ๐๒๙๕๖๒๔๐๐")]
    [InlineData("อีเมล info@sso.go.th, saraban@sso.mail.go.th หรือแอดไลน์ @ssothai")]
    [InlineData("แอด https://line.me/R/ti/p/@ssothai หรือ line.me/ti/p/@ssothai")]
    [InlineData("ได้ 1,234,567,890.50 บาท จากบัญชี 2,000,000 - 3,000,000")]
    [InlineData("โทรวันที่ 08/12/2567 10.30 น. หรือ 09-12-2567 08.30-16.30 น.")]
    [InlineData("โทร 2024-08-12 08:30:45 หรือ ๐๙.๐๘.๖๗ ๐๘.๓๐")]
    [InlineData("มาตรา 33, 39, 40 แบบ สปส. 2-01, สปส. 1-10/1 ปี 2565 2566 2567")]
    [InlineData("โทรถาม ตามหนังสือ รง 0628.2/12345 และ รง 0812/ว 5678")]
    [InlineData("ใบเสร็จเลขที่ 1234567890123 อ้างอิง 1101700000133 และ Ref. 1234567890")]
    [InlineData("เลขที่บัญชีนายจ้าง 1012345678 เลขนิติบุคคล 0105512345678")]
    [InlineData("เลขประจำตัวผู้เสียภาษีของบริษัท 0994000617721")]
    [InlineData("https://www.sso.go.th/wpr/main/detail_1_160_0/992_992/?id=1712345678900&t=0212345678")]
    [InlineData("พัสดุ EF021234567TH ลอตเตอรี่ ABC0812345678")]
    [InlineData("บัตรประชาชน 13 หลัก เบอร์โทร เลขบัญชีธนาคาร อย่าโพสต์")]
    [InlineData("You can look at example.com or register at www.sso.go.th, the line is busy")]
    [InlineData("ในไลน์ SSO Connect แจ้งว่า 1,500 บาท ใน line official account ด้วย")]
    [InlineData("@admin thanks @somchai.jaidee ช่วยตอบ @ที")]
    [InlineData("หกล้ม ห้าม สี่แยก เก้าอี้ สองสามวัน ห้าหกคน หนึ่งสองสาม")]
    [InlineData("lol oil ill IO OI ll II 0123")]
    [InlineData("เลขบัญชีธนาคาร อย่าโพสต์นะ\n\nใช้ 124.0.6367.91 อยู่ค่ะ")]
    [InlineData("| 2564 | 12 | 1,500 |\n|2565|11|0|\n|0812|345678|")]
    [InlineData("ช่อง https://t.me/samachik ดู lin.ee/abc หรือ page.line.me/samachik")]
    [InlineData("คิว 11017 00000 133 21 45 ถึง 9")]
    [InlineData("hotel 1234567890 scan SCBX 1234567890")]
    [InlineData("จ่ายธนาคารกรุงไทย 1356397239 บาท ขึ้นทะเบียนว่างงาน 1234 ก 5")]
    public void What_is_nobodys_passes(string text) => Assert.Empty(Detecting.Marks(text));

    [Theory]
    [InlineData("0812345678 0898765432", "0812345678|0898765432")]
    [InlineData("081-234-5678, 089-876-5432", "081-234-5678|089-876-5432")]
    [InlineData("1101700000133 0812345678", "1101700000133|0812345678")]
    [InlineData("1. 0812345678\n2. 0898765432\n3. 02-956-2400", "0812345678|0898765432")]
    [InlineData("33 0812345678 39", "0812345678")]
    [InlineData("02-956-2400 0812345678", "0812345678")]
    [InlineData("nobody9@example.org 0812345678", "nobody9@example.org|0812345678")]
    public void Each_of_several_has_its_own_mark(string text, string marked) => Assert.Equal(marked, Detecting.Marked(text));

    [Theory]
    [InlineData("โทรผม 081-234-5678")]
    [InlineData("๐๘๑ ๒๓๔ ๕๖๗๘")]
    [InlineData("+66812345678")]
    public void The_authors_own_number_is_warned_of_and_may_be_published(string text)
    {
        var mark = Assert.Single(Detecting.Marks(text, Detecting.Mobile("0812345678")));
        Assert.Equal((MarkKind.OwnMobile, CheckVerdict.Warn), (mark.Kind, mark.Verdict));
        Assert.NotEqual(MarkKind.OwnMobile, Assert.Single(Detecting.Marks(text, Detecting.Mobile("0812345679"))).Kind);
    }

    [Theory]
    [InlineData("081-234-5678", "โทร 0812345678")]
    [InlineData("+66 2 123 4567", "โทร 02-123-4567")]
    public void Any_number_of_the_offices_passes_in_any_spelling(string setting, string text)
    {
        Assert.NotEmpty(Detecting.Marks(text));
        Assert.Empty(new PersonalDataDetector(new OfficeContacts([setting], [], [])).Find(text, own: null));
    }

    [Theory]
    [InlineData("help@example.org", "mail help@example.org", true)]
    [InlineData("help@example.org", "mail other@example.org", false)]
    [InlineData("example.org", "mail other@a.example.org", true)]
    [InlineData("example.org", "mail other@notexample.org", false)]
    public void Addresses_of_the_office_are_whole_ones_or_domains(string setting, string text, bool passes) =>
        Assert.Equal(passes, new PersonalDataDetector(new OfficeContacts([], [setting], [])).Find(text, own: null).Count == 0);

    [Fact]
    public void A_mark_and_a_check_print_nothing_of_the_text()
    {
        var marks = Detecting.Marks("โทร 0812345678 mail nobody@example.org");
        Assert.Equal(2, marks.Count);
        Assert.All(marks, mark => Assert.DoesNotContain("123", $"{mark}", StringComparison.Ordinal));
        Assert.All(marks, mark => Assert.DoesNotContain("nobody", $"{mark}", StringComparison.Ordinal));
        Assert.Equal("Block: 2", $"{TextCheck.Of(marks)}");
    }

    [Fact]
    public void Generated_posts_hold_the_gates()
    {
        var (draw, gates) = (new Draw(3), new Gates());
        for (var i = 0; i < 1_200; i++) gates.CountOrdinary(i % 2 == 0 ? OrdinaryPosts.Next(draw) : FrozenPosts.Next(draw));
        for (var i = 0; i < 1_600; i++) gates.Count(PlantedPosts.Next(PlantedPosts.Kinds[i % PlantedPosts.Kinds.Length], draw, frozen: i % 2 == 0));
        Assert.Empty(gates.Missed());
        Assert.True(gates.Blocked.Rate > 0.9, $"{gates.Blocked.Rate}");
    }
}
