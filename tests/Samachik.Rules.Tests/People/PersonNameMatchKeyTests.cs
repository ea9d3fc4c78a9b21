using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public class PersonNameMatchKeyTests
{
    [Theory]
    [InlineData("เเปลก", "แปลก")]
    [InlineData("ก\u0E4D\u0E32", "ก\u0E33")]
    [InlineData("ก\u0E48\u0E4D\u0E32", "ก\u0E48\u0E33")]
    [InlineData("ก\u0E4D\u0E48\u0E32", "ก\u0E48\u0E33")]
    [InlineData("ก\u0E30\u0E48", "ก\u0E48\u0E30")]
    [InlineData("ก\u0E32\u0E48", "ก\u0E48\u0E32")]
    [InlineData("ก\u0E48\u0E34", "ก\u0E34\u0E48")]
    [InlineData("ก\u0E4C\u0E38", "ก\u0E38\u0E4C")]
    [InlineData("นๅคา", "นาคา")]
    [InlineData("ฤๅษี", "ฤๅษี")]
    [InlineData("ฦๅ", "ฦๅ")]
    [InlineData("กาา", "กา")]
    [InlineData("กา า  า  า", "กา")]
    [InlineData("ก\u0E34\u0E34น", "ก\u0E34น")]
    [InlineData("โโม", "โม")]
    [InlineData("ก\u0E48\u0E49\u0E48\u0E49", "ก\u0E49")]
    [InlineData("\u0E48ก", "ก")]
    [InlineData("พ \u0E38่มดอกไม้", "พุ่มดอกไม้")]
    [InlineData("หญา\u0E49", "หญ้า")]
    [InlineData("หนา\u0E49", "หน้า")]
    [InlineData("บา\u0E49น", "บ้าน")]
    [InlineData("กา\u200B", "กา")]
    [InlineData("ก\u200Cา", "กา")]
    [InlineData("น\u0E49\u0E4Dๅ", "น้ำ")]
    [InlineData("ธัมม์", "ธัมม์")]
    public void Forgives_slips_of_the_Thai_keyboard(string typed, string key) => Assert.Equal(key, PersonName.MatchKeyOf(typed));

    [Theory]
    [InlineData("ณ อยุธยา", "ณอยุธยา")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O\u2019Brien", "obrien")]
    [InlineData("J. R.", "jr")]
    [InlineData("Jean\u2011Luc", "jeanluc")]
    [InlineData("Müller", "muller")]
    [InlineData("Mu\u0308ller", "muller")]
    [InlineData("NGUYỄN", "nguyen")]
    [InlineData("İpek Işık", "ipekisik")]
    [InlineData("Øster", "oster")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Groß", "gross")]
    [InlineData("GROẞ", "gross")]
    [InlineData("Ægir", "aegir")]
    [InlineData("ก\u0E4D\0ๅ", "กำ")]
    [InlineData("Ann\u0007a", "anna")]
    public void Leaves_out_case_diacritics_and_signs(string typed, string key) => Assert.Equal(key, PersonName.MatchKeyOf(typed));

    [Theory]
    [InlineData("สมชาย", "สมชัย")]
    [InlineData("แก้ว", "แก่ว")]
    [InlineData("กัน", "กัณ")]
    [InlineData("ศรี", "สรี")]
    [InlineData("นาค", "นาก")]
    [InlineData("ทิพย์", "ทิพย")]
    public void Keeps_different_names_apart(string one, string other) =>
        Assert.NotEqual(PersonName.MatchKeyOf(one), PersonName.MatchKeyOf(other));

    [Fact]
    public void A_name_carries_its_key() => Assert.Equal("หญ้า", PersonNameTests.Parsed("หญา\u0E49").MatchKey);

    [Fact]
    public void Reads_a_long_text_in_one_go()
    {
        var key = PersonName.MatchKeyOf(string.Concat(Enumerable.Repeat("กา\u0E48 \u0E49\u0E4Dา", 200_000)));
        Assert.StartsWith("ก\u0E49", key, StringComparison.Ordinal);
    }
}
