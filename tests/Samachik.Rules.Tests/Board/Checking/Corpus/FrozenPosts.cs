namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>
/// A second set of questions and answers, written before the checker and never looked at while it was tuned: what it
/// says of these is what it says of posts it does not know. Whoever changes the checker leaves them as they are.
/// </summary>
internal static class FrozenPosts
{
    private static readonly string[] openings =
    [
        "", "", "", "หวัดดีครับทุกคน ", "ขออนุญาตถามค่ะ ", "แอดมินคะ\n", "สอบถามข้อมูลครับ: ", "Dear officer, ", "- ", "ถึงเจ้าหน้าที่ ", "@สมาชิกเก่า ",
    ];

    private static readonly string[] closings =
    [
        "", "", "", " ขอบพระคุณมากค่ะ", " ครับ", "\nรอคำตอบนะคะ", " Thank you!", " 😭😭", "\n--\nผู้ประกันตนคนหนึ่ง", " จ้า", "...",
    ];

    private static readonly string[] templates =
    [
        "แม่อายุ {age} รับบำเหน็จไปแล้ว {amount} บาท เมื่อ {date} ยังทำ {law} ต่อได้ไหม",
        "พนักงาน {n} คน เงินเดือนรวม {amount} ต้องนำส่งภายในวันที่ {day} ของเดือน ถ้าเกินปรับ {pct} ต่อเดือน ตาม {law}",
        "ส่ง e-filing แล้วได้เลขที่รับ {ref13} แต่ใบเสร็จยังไม่มา ตรวจที่ {url} ขึ้นว่าไม่พบ",
        "หักบัญชีธนาคาร{bank}ไม่สำเร็จ งวด {month}{year} เพราะเงินไม่พอ ต้องจ่ายเองที่ 7-11 ใช่ไหม ยอด {amount}",
        "ผมขึ้นทะเบียนว่างงานไว้วันที่ {date} รายงานตัวครั้งที่ {n} วันที่ {date} เวลา {time} ลืมรายงานจะเป็นไรไหม",
        "ตอบคุณข้างบน: โทร {hotline} แล้วกด {n} จากนั้นกด 0 เจ้าหน้าที่รับใน {n} นาที",
        "เบอร์กลาง {office} แฟกซ์ 0-2525-{four} เขตพื้นที่ดูใน {url}",
        "มีใครได้เงินเยียวยารอบ {date} บ้าง เช็กที่ {url} ใส่เลขบัตรแล้วขึ้น 'ไม่พบข้อมูล' ทั้งที่ส่งครบ {n} งวด",
        "ใบแจ้งหนี้เลขที่ {ref10} ครบกำหนด {date} จำนวนเงิน {amount} บาท เบี้ยปรับ {amount} บาท",
        "สลิปโอน {bank} รหัสรายการ {stamp} วันที่ {date} {amount} บาทถ้วน",
        "คำวินิจฉัยคณะกรรมการอุทธรณ์ที่ {n3}/{year} ให้จ่าย {amount} บาท ภายใน 30 วัน นับแต่ {date}",
        "เจ็บป่วยฉุกเฉินเข้า{hospital}ที่ไม่ใช่ตามสิทธิ สำรองจ่าย {amount} บาท ภายใน 72 ชั่วโมง เบิกได้เท่าไร ยื่น {form}",
        "ได้รับหนังสือ {letter} แจ้งให้ไปพบ วันที่ {date} ชั้น {n} ห้อง {n3} ต้องเอาบัตรประชาชนกับสมุดบัญชีไปไหม",
        "สมัคร {law} ทางเลือก 3 จ่าย 300 บาท ได้อะไรเพิ่มจากทางเลือก 2 ที่จ่าย 100",
        "อยากทราบสูตรบำนาญใหม่ CARE ใช้ค่าเฉลี่ยตลอดชีวิต ปี {year}-{year} ปรับดัชนี {pct}",
        "เด็กเกิด {date} ยื่นขอวันที่ {date} ได้เงินย้อนหลัง {n} เดือน เดือนละ 1,000 รวม {amount}",
        "ประกันสังคม{province} เปิดวันเสาร์ {time} มีที่จอดรถ {n} คัน",
        "ชื่อผู้ใช้คือเลขบัตรประชาชน รหัสผ่านอย่างน้อย 6 ตัว ถ้ายังไม่ได้ให้โทร {office} ครับ",
        "อย่าหลงเชื่อข้อความที่ให้แอดไลน์หรือโอนเงินเข้าบัญชี สปส. ไม่มีนโยบายโทรขอข้อมูล แจ้งได้ที่ {hotline}",
        "มิจฉาชีพโทรมาบอกว่าเงินชราภาพ {amount} บาทตกค้าง ให้กดลิงก์ใน SMS อย่ากดนะคะ",
        "เปลี่ยนเบอร์มือถือในระบบต้องยืนยันด้วย OTP เบอร์เดิม รอ {n} วันแล้วยังไม่ได้ Ref: QWZX {otp}",
        "ปวดหลังนัดหมอ {hospital} {date} ใบส่งตัวเลขที่ {refmix} หมดอายุ {date}",
        "สอบถามแผนกประกันสังคม {hospital} ที่หมายเลข {landline} ก่อนไปนะครับ",
        "ลูกจ้างรายวัน วันละ {amount} ทำ {n} วัน นายจ้างหัก 5% เป็นเงิน {amount} ถูกต้องหรือเปล่า",
        "เงินสมทบกองทุนเงินทดแทน รหัสกิจการ 1501 อัตรา {pct} บัญชีนายจ้าง {employer}",
        "ตาราง\nปี | งวด | ยอด\n2564 | 12 | {amount}\n2565 | 11 | {amount}\n2566 | 12 | {amount}",
        "ฉันทำงาน {time} หยุดเสาร์-อาทิตย์ ไปติดต่อไม่ทัน มีช่องทางออนไลน์ไหม นอกจาก {url}",
        "บัตรรับรองสิทธิ เลขที่ {ref10} หาย ต้องแจ้งความไหม หรือใช้บัตรประชาชนใบเดียวพอ",
        "ใครเคยอุทธรณ์บ้างคะ ส่งเรื่องเลขรับ {n3}{n3}/{year} ตั้งแต่ {date} เงียบมาก",
        "ตอนนี้คิวที่ {n3} เรียกถึง {n3} แล้ว ช่อง 1 2 3 5 7 เปิด ช่อง 4 6 8 9 10 ปิด",
        "เงินเดือน {amount} หักประกันสังคม 750 เหลือ {amount} ทำไมปี {year} หัก {amount}",
        "{law} ดีกว่าตรงไหนคะ ระหว่าง 33 39 40 งงมาก อ่าน {url} แล้วไม่เข้าใจ",
        "ส่งแฟกซ์ {form} ไปสองรอบ วันที่ {date} กับ {date} เจ้าหน้าที่บอกไม่เคยได้รับ",
        "อีเมลไปที่ {mail} แล้วเงียบ {n} วัน โทร {office} สายไม่ว่างอีก",
        "กองทุนมีเงิน 2,{n3},{n3},{n3},{n3} บาท ผลตอบแทน {pct} ต่อปี ณ วันที่ {date}",
        "ต่างด้าวถือบัตรสีชมพู ทำประกันสังคม {law} ได้ไหม นายจ้างบอกต้องรอเลข 13 หลัก",
        "Does the dental limit of 900 baht reset in {monthen}? I used {amount} already at a clinic near {hospital}.",
        "I got letter {letter} dated {date}, what does it mean? They want {amount} baht back.",
        "Payment ID {stamp} failed at {time}; the bank {bank} took {amount} baht anyway.",
        "Answer: log in at {url}, choose 'insured person', then print {form}. No need to phone {hotline}.",
        "Invoice {ref10} says due {date}. Can I pay at 7-Eleven or only at {bank}?",
        "My husband ({age}) is under {law} and I am under {law}; who claims the child allowance of 1,000 baht?",
        "Send it by registered post, mine was {track} and arrived in {n} days, signed at {time}.",
        "Meet at the branch at 8.30, queue ticket {n3}, floor {n}; ask at the desk, not by phone.",
        "Is the pension {pct} of the last 60 months? {amount} x 60 months / 60 = {amount}, from {monthen} {year}.",
    ];

    /// <summary>One post.</summary>
    public static string Next(Draw draw) => OrdinaryPosts.Post(draw, openings, templates, closings);
}
