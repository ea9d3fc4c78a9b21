using System.Globalization;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Bench.Members;

/// <summary>Somebody made up, always the same one for a number: nothing of them has to be kept to sign in as them.</summary>
internal sealed record GeneratedPerson(NationalId Id, ThaiMobileNumber Phone, string FirstName, string LastName, ThaiBirthDate BirthDate)
{
    // Coprime to what they count: numbers that follow one another look like none.
    private const long IdStep = 38_196_601_137, PhoneStep = 61_803_399, NameStep = 2_654_435_761;
    private const long Ids = 100_000_000_000, Phones = 100_000_000;

    private static readonly string[] Syllables =
    [
        "มา", "ลี", "สม", "ชาย", "วิ", "ชัย", "พร", "ทิพย์", "บุญ", "มี", "จันทร์", "เพ็ญ", "รัตน์", "นา", "ศรี", "สุข",
        "ใจ", "ดี", "ทอง", "คำ", "แก้ว", "วงศ์", "เจริญ", "กิจ", "พัน", "ธุ์", "อนุ", "ชา", "ปรี", "ดา", "สิริ", "กุล",
    ];

    /// <summary>The person of a number, from 0 on.</summary>
    public static GeneratedPerson Of(long number)
    {
        var twelve = "1" + ((number + 1) * IdStep % Ids).ToString("D11", CultureInfo.InvariantCulture);
        var phone = "08" + ((number + 1) * PhoneStep % Phones).ToString("D8", CultureInfo.InvariantCulture);
        var seed = (number + 1) * NameStep;
        if (!NationalId.TryParse(twelve + NationalId.CheckDigit(twelve), acceptLeadingZero: false, out var id, out _)
            || !ThaiMobileNumber.TryParse(phone, out var mobile, out _)) throw new InvalidOperationException("A made-up number is none.");
        return new(
            id, mobile, Name(seed, 2), Name(seed >> 12, 3),
            ThaiBirthDate.FromCanonical(string.Create(CultureInfo.InvariantCulture, $"{2490 + seed % 55:D4}-{1 + seed % 12:D2}-{1 + seed % 28:D2}")));
    }

    private static string Name(long seed, int syllables)
    {
        var name = new StringBuilder();
        for (var i = 0; i < syllables; i++, seed /= Syllables.Length) name.Append(Syllables[Math.Abs(seed) % Syllables.Length]);
        return name.ToString();
    }
}
