namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>Questions and answers as a board of the office gets them, with nobody's data. The checker is tuned beside these.</summary>
internal static class OrdinaryPosts
{
    private static readonly string[] openings =
    [
        "", "", "", "สวัสดีครับ ", "สวัสดีค่ะ ", "ขอสอบถามหน่อยค่ะ ", "รบกวนสอบถามครับ\n", "เรียนเจ้าหน้าที่\n", "พี่ๆคะ ", "ช่วยตอบทีครับ ", "Hello, ", "@แอดมิน ", "> ",
    ];

    private static readonly string[] closings =
    [
        "", "", "", " ขอบคุณครับ", " ขอบคุณค่ะ", "\nขอบคุณล่วงหน้าครับ", " 🙏", "\n\nรบกวนด้วยนะคะ 😊", " thanks", " ช่วยด่วนนะคะ!!", " ครับผม 555",
    ];

    private static readonly string[] templates =
    [
        "ส่งเงินสมทบ {law} มา {n} เดือน ลาออกเมื่อ {date} จะได้เงินว่างงานเดือนละเท่าไหร่ ฐานเงินเดือน {amount} บาท",
        "เงินสงเคราะห์บุตรงวด {month} {year} เข้าวันไหนคะ ของเดือนก่อนเข้า {date} จำนวน {amount} บาท",
        "ยื่นแบบ {form} ไปแล้วที่สำนักงานประกันสังคม{province} วันที่ {date} เลขที่คำขอ {ref10} ยังไม่ได้รับเงินเลยครับ",
        "เลขที่ใบเสร็จ {ref13} ลงวันที่ {date} ยอด {amount} บาท ระบบยังไม่ขึ้นค่ะ",
        "โทร {hotline} ไม่มีคนรับเลย มีเบอร์อื่นไหมคะ นอกจาก {office}",
        "ติดต่อสำนักงานใหญ่ได้ที่ {office} หรือ {hotline} นะคะ เวลา {time} วันจันทร์ถึงศุกร์",
        "เข้าเว็บ {url} แล้วเลือกเมนูผู้ประกันตน กรอกเลขบัตรประชาชน 13 หลัก กับรหัสผ่าน แล้วดูยอดเงินสมทบได้เลย",
        "ลืมรหัสผ่าน ระบบถามเลขบัตรประชาชนกับเบอร์โทรที่ลงไว้ แต่เบอร์เก่าปิดไปแล้วตั้งแต่ปี {year} ทำยังไงดี",
        "{law} ส่งเดือนละ {amount} บาท ขาดส่ง {n} เดือน โดนตัดสิทธิไหมครับ เริ่มส่ง {date}",
        "บำนาญชราภาพ ส่งมา {n} ปี อายุ {age} ได้เดือนละ {amount} จริงไหม คิดจากฐาน {amount} คูณ {pct}",
        "ย้ายโรงพยาบาลจาก {hospital} ไป {hospital} ทำได้ถึง {date} ใช่ไหมคะ",
        "ตามประกาศ {letter} ลงวันที่ {date} ลดเงินสมทบเหลือ {pct} ใช่ไหมครับ",
        "พ.ร.บ.ประกันสังคม พ.ศ. 2533 แก้ไขฉบับที่ 4 พ.ศ. 2558 {law} เขียนว่าอย่างไรเรื่องทันตกรรม {amount} บาทต่อปี",
        "โอนเงินสมทบผ่านธนาคาร{bank} เมื่อ {date} เลขที่อ้างอิง {ref10} จำนวน {amount} บาท ยังไม่เข้าระบบ",
        "จ่ายผ่านเคาน์เตอร์ {bank} หมายเลขอ้างอิง {ref13} ค่ะ เงินหักแล้ว {amount} บาท",
        "ได้ SMS รหัส {otp} อ้างอิง BCDF ใช้ไม่ได้ หมดอายุใน 5 นาที ขอใหม่ {n} ครั้งแล้ว",
        "ดาวน์โหลดแบบฟอร์ม {form} ได้ที่ {url} แล้วส่งไปที่อีเมล {mail} ได้ไหม",
        "ส่งเอกสารทางไปรษณีย์ เลขพัสดุ {track} ถึงสำนักงาน{province}แล้วเมื่อ {date} เวลา {time}",
        "นายจ้างเลขที่บัญชี {employer} สาขา 000000 ยังไม่ได้แจ้งออก {form} ทำอย่างไรได้บ้าง",
        "บริษัทเปลี่ยนเลขที่บัญชีนายจ้างจาก {employer} เป็น {employer} ต้องยื่น {form} ใหม่ไหมคะ",
        "ทะเบียนนิติบุคคล 0105{corp9} ของบริษัท ต้องใช้ตอนขึ้นทะเบียนนายจ้างไหม",
        "ค่าคลอดบุตร {amount} บาท เบิกได้กี่ครั้ง ภรรยาส่ง {law} ผมส่ง {law} ใช้สิทธิใครดี",
        "ทำฟันที่คลินิก {amount} บาท ปีนี้ใช้ไปแล้ว {amount} เหลืออีกเท่าไร",
        "ปี 2565 2566 2567 ส่งครบทุกเดือน รวม 36 เดือน ปี {year} ส่ง {n} เดือน มีสิทธิอะไรบ้าง",
        "สรุปยอด: ม.ค. {amount} ก.พ. {amount} มี.ค. {amount} รวม {amount} บาท",
        "1. บัตรประชาชน\n2. สมุดบัญชีธนาคาร{bank} หน้าแรก\n3. แบบ {form}\n4. ใบรับรองแพทย์ลงวันที่ {date}",
        "เตรียมสำเนาหน้าสมุดบัญชีออมทรัพย์ {n} ชุด บัตรประชาชนตัวจริง ยื่นภายใน {n} วัน เวลา {time}",
        "ขอให้ทุกท่านอย่าโพสต์เลขบัตรประชาชน เบอร์โทร หรือเลขบัญชีธนาคารลงในกระทู้นะคะ",
        "ผูกพร้อมเพย์กับเลขบัตรประชาชนแล้ว เงินจะเข้าวันที่ {day} {month} ใช่ไหมคะ",
        "แอดไลน์ของสำนักงานได้ที่ @ssothai นะคะ มีเจ้าหน้าที่ตอบ {time}",
        "ในไลน์ SSO Connect แจ้งเตือนว่า ยอดสะสม {amount} บาท แต่ในเว็บขึ้น {amount}",
        "กลุ่มไลน์ของหมู่บ้านบอกว่าเงิน {amount} บาทจะเข้าวันที่ {date} จริงหรือคะ",
        "แอปเวอร์ชัน {version} เข้าไม่ได้ ขึ้น error code {n3} เวลา {time} วันที่ {date}",
        "สแกนใบหน้าใน ThaID ไม่ผ่าน {n} รอบ มือถือ {version}",
        "ผู้ป่วย {hospital} {hn} นัดวันที่ {date} ใช้สิทธิประกันสังคมได้ไหม",
        "เบอร์ {hospital} คือ {landline} แผนกประกันสังคม โทรในเวลา {time}",
        "คำนวณแล้ว {amount} x {pct} = {amount} + {amount} = {amount} บาท ถูกไหม",
        "ผมอายุ {age} ปี ส่ง {law} มาตั้งแต่ {month} {year} รวม {n3} งวด เบี้ยงวดละ 432 บาท",
        "นัดหมายเลขคิว A{n3} ช่องบริการ {n} วันที่ {date} รอตั้งแต่ {time}",
        "รหัสไปรษณีย์ 11000 สำนักงานประกันสังคม 88/28 หมู่ 4 ถ.ติวานนท์ ต.ตลาดขวัญ อ.เมือง จ.นนทบุรี 11000",
        "บ้านเลขที่ {n}/{n3} หมู่ {n} อยู่ใกล้สาขา{province}ไหมครับ ต้องไปยื่นที่ไหน",
        "ระบบขึ้นว่า transaction id {stamp} ล้มเหลว ต้องจ่าย {amount} บาทใหม่ไหมครับ",
        "เช็คสถานะคำขอเลขที่ {refmix} ให้หน่อยค่ะ ยื่นตั้งแต่ {date}",
        "ห้ามโทรช่วง {time} เพราะคนเยอะมาก โทรตอนเช้าติดง่ายกว่า {hotline} ค่ะ",
        "ได้เงินทดแทนการขาดรายได้ {pct} ของ {amount} ไม่เกิน 90 วันต่อครั้ง ปีละ 180 วัน",
        "คดีแพ้ที่ศาลแรงงาน หมายเลขดำที่ {n3}/{year} หมายเลขแดงที่ {n3}/{year} ประกันสังคมต้องจ่ายย้อนหลัง {amount} บาท",
        "คำพิพากษาฎีกาที่ 1234/2560 และ {n3}/{year} วินิจฉัยเรื่องลูกจ้างไว้แล้ว",
        "พรบ.เงินทดแทน พ.ศ. 2537 ม.18 กับ ประกาศ ลว. {date} ใช้อันไหน",
        "ติดต่อ สปส. {province} ที่อีเมล {mail} ตอบเร็วกว่าโทร {office}",
        "เว็บ {url} ล่มอีกแล้ว ตั้งแต่ {time} คนเข้า {amount} คน",
        "How much unemployment benefit do I get under {law} if my salary was {amount} baht and I resigned on {date}?",
        "I paid {amount} baht at the counter on {date}, receipt no. {ref10}, but it is not on {url} yet.",
        "You can call {hotline} or {office} between {time}, or look at {url} for the form {form}.",
        "My reference number is {ref13} and the request was sent on {date}. How long does it take?",
        "I am {age} years old and paid {law} for {n} years. Is it better to take the lump sum of {amount}?",
        "The office at Nonthaburi opens {time}. Bring your ID card and bank book, {n} copies each.",
        "As a foreigner, do I use my work permit number or my passport at {url}? I arrived {day} {monthen} {year}.",
        "The line is always busy at 1506, is there a line account? I waited {n} minutes on line {n}.",
        "Please write to {mail} with the case number {refmix}; they answered me in {n} days.",
        "Employer account no. {employer}: can I change the branch online at {url} before {date}?",
    ];

    /// <summary>One post.</summary>
    public static string Next(Draw draw) => Post(draw, openings, templates, closings);

    /// <summary>An opening, one or two of the templates, a closing.</summary>
    public static string Post(Draw draw, string[] openings, string[] templates, string[] closings)
    {
        var body = draw.One(templates);
        if (draw.OneIn(4)) body += draw.One([" ", "\n", "\n\n", " แล้วก็ "]) + draw.One(templates);
        return OrdinarySlots.Fill(draw.One(openings) + body + draw.One(closings), draw);
    }
}
