using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public class PersonNameTests
{
    [Theory]
    [InlineData("สมชาย")]
    [InlineData("ณ อยุธยา")]
    [InlineData("ฤๅษี")]
    [InlineData("ธัมม์")]
    [InlineData("ศิริสุทธิ์")]
    [InlineData("น้ำผึ้ง")]
    [InlineData("ก")]
    [InlineData("ม.ร.ว.")]
    [InlineData("แซ่ตั้ง")]
    [InlineData("เยอะอาเมอะ")]
    [InlineData("O'Brien")]
    [InlineData("O\u2019Brien")]
    [InlineData("Müller")]
    [InlineData("J. R.")]
    [InlineData("Nguyễn")]
    [InlineData("Jean-Luc")]
    [InlineData("Jean\u2010Luc")]
    [InlineData("Jean\u2011Luc")]
    [InlineData("'t Hooft")]
    [InlineData("X")]
    [InlineData("Łódź")]
    [InlineData("María José")]
    [InlineData("นัท Nat")]
    [InlineData("สมชาย-Smith")]
    [InlineData("m\u0329a")]
    public void A_name_stays_as_it_was_entered(string typed) => Assert.Equal(typed, Parsed(typed).Text);

    [Theory]
    [InlineData("เเปลก", "แปลก")]
    [InlineData("ก\u0E4D\u0E32", "ก\u0E33")]
    [InlineData("ก\u0E48\u0E4D\u0E32", "ก\u0E48\u0E33")]
    [InlineData("ก\u0E4D\u0E48\u0E32", "ก\u0E48\u0E33")]
    [InlineData("ก\u0E48\u0E34", "ก\u0E34\u0E48")]
    [InlineData("ก\u0E48\u0E38", "ก\u0E38\u0E48")]
    [InlineData("สิทธ\u0E4C\u0E34", "สิทธ\u0E34\u0E4C")]
    [InlineData("ก\u0E49\u0E31น", "ก\u0E31\u0E49น")]
    [InlineData("กา\u200B", "กา")]
    [InlineData("ก\u200Cา", "กา")]
    [InlineData("\uFEFFกา\u2060\u200D\u00AD", "กา")]
    [InlineData("เ\u200Bเปลก", "แปลก")]
    [InlineData("  ณ \u00A0 อยุธยา\t", "ณ อยุธยา")]
    [InlineData("ณ\u3000อยุธยา\r\n", "ณ อยุธยา")]
    [InlineData("Mu\u0308ller", "Müller")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("\u212Blund", "Ålund")]
    public void Repairs_what_loses_nothing(string typed, string text) => Assert.Equal(text, Parsed(typed).Text);

    [Theory]
    [InlineData("นๅคา")]
    [InlineData("กาา")]
    [InlineData("ก\u0E48\u0E49")]
    [InlineData("พ \u0E38่มดอกไม้")]
    [InlineData("หญา\u0E49")]
    [InlineData("กะ\u0E48")]
    public void Leaves_in_the_legal_name_what_only_looks_like_a_slip(string typed) => Assert.Equal(typed, Parsed(typed).Text);

    [Theory]
    [InlineData(null, PersonNameFlaw.Missing)]
    [InlineData("", PersonNameFlaw.Missing)]
    [InlineData(" \u00A0\t", PersonNameFlaw.Missing)]
    [InlineData("\u200B\uFEFF", PersonNameFlaw.Missing)]
    [InlineData("สมชาย1", PersonNameFlaw.OtherCharacters)]
    [InlineData("สมชาย๑", PersonNameFlaw.OtherCharacters)]
    [InlineData("สมชาย😀", PersonNameFlaw.OtherCharacters)]
    [InlineData("สม\u202Eชาย", PersonNameFlaw.OtherCharacters)]
    [InlineData("สม\u2066ชาย", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam\uDB40\uDC41", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam\0", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam\uFFFE", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam\uFFFD", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sa\u034Fm", PersonNameFlaw.OtherCharacters)]
    [InlineData("S\u0430m", PersonNameFlaw.OtherCharacters)]
    [InlineData("\u0391nna", PersonNameFlaw.OtherCharacters)]
    [InlineData("<b>Sam", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam & Co", PersonNameFlaw.OtherCharacters)]
    [InlineData("\"Sam\"", PersonNameFlaw.OtherCharacters)]
    [InlineData("Sam/Tom", PersonNameFlaw.OtherCharacters)]
    [InlineData("Ｓａｍ", PersonNameFlaw.OtherCharacters)]
    [InlineData("3×4", PersonNameFlaw.OtherCharacters)]
    [InlineData("a×b", PersonNameFlaw.OtherCharacters)]
    [InlineData("สมชายๆ", PersonNameFlaw.OtherCharacters)]
    [InlineData("ฯพณฯ", PersonNameFlaw.OtherCharacters)]
    [InlineData("฿", PersonNameFlaw.OtherCharacters)]
    [InlineData("\u0E48ก", PersonNameFlaw.OtherCharacters)]
    [InlineData(" \u0E34ก", PersonNameFlaw.OtherCharacters)]
    [InlineData("\u0301a", PersonNameFlaw.OtherCharacters)]
    [InlineData("a-\u0301", PersonNameFlaw.OtherCharacters)]
    [InlineData("a \u0301", PersonNameFlaw.OtherCharacters)]
    [InlineData("ก-\u0E48", PersonNameFlaw.OtherCharacters)]
    [InlineData("-", PersonNameFlaw.NoLetters)]
    [InlineData(". '", PersonNameFlaw.NoLetters)]
    [InlineData("ะา", PersonNameFlaw.NoLetters)]
    [InlineData("Somชาย", PersonNameFlaw.MixedScripts)]
    [InlineData("สมchai", PersonNameFlaw.MixedScripts)]
    [InlineData("ม.John", PersonNameFlaw.MixedScripts)]
    [InlineData("a\u0E48", PersonNameFlaw.MixedScripts)]
    [InlineData("ก\u0308", PersonNameFlaw.MixedScripts)]
    [InlineData("ก\u0E34\u0E35\u0E36\u0E48", PersonNameFlaw.TooManyMarks)]
    [InlineData("Z\u0334\u0335\u0336\u0337algo", PersonNameFlaw.TooManyMarks)]
    public void Says_what_is_wrong(string? typed, PersonNameFlaw expected) => AssertRefused(typed, expected);

    // Attribute arguments cannot carry lone surrogates.
    [Fact]
    public void A_lone_surrogate_is_no_letter()
    {
        AssertRefused("Sam\uD83D", PersonNameFlaw.OtherCharacters);
        AssertRefused("\uDC00Sam", PersonNameFlaw.OtherCharacters);
    }

    [Fact]
    public void Counts_letters_and_not_their_marks()
    {
        var hundred = string.Concat(Enumerable.Repeat("กี่", PersonName.MaxLetters));
        Assert.Equal(300, Parsed(hundred).Text.Length);
        AssertRefused(hundred + "ก", PersonNameFlaw.TooLong);
        AssertRefused(hundred + "า", PersonNameFlaw.TooLong);
        Assert.Equal(PersonName.MaxLetters, Parsed(new string('é', PersonName.MaxLetters)).Text.Length);
        AssertRefused(new string('é', PersonName.MaxLetters + 1), PersonNameFlaw.TooLong);
    }

    [Fact]
    public void Takes_no_more_than_a_hundred_signs()
    {
        Assert.Equal(101, Parsed("a" + new string('.', PersonName.MaxSeparators)).Text.Length);
        AssertRefused("a" + new string('.', PersonName.MaxSeparators + 1), PersonNameFlaw.TooLong);
    }

    [Theory]
    [InlineData("ก")]
    [InlineData(" ")]
    [InlineData("\u0301")]
    [InlineData("\u0E48\u0E4D")]
    [InlineData("\u200B")]
    public void A_flood_is_too_long_without_being_read(string piece) =>
        AssertRefused(string.Concat(Enumerable.Repeat(piece, 5_000_000)), PersonNameFlaw.TooLong);

    [Theory]
    [InlineData("สมชาย", "ส…")]
    [InlineData("เอกชัย", "อ…")]
    [InlineData("ไพลิน", "พ…")]
    [InlineData("Émile", "É…")]
    [InlineData("'t Hooft", "t…")]
    [InlineData("เอ", "…")]
    [InlineData("ก", "…")]
    [InlineData("J.", "…")]
    public void Prints_itself_masked(string typed, string printed)
    {
        Assert.Equal(printed, Parsed(typed).ToString());
        Assert.Equal(printed, $"{Parsed(typed)}");
    }

    [Fact]
    public void Names_are_equal_as_entered_not_by_key()
    {
        Assert.Equal(Parsed("เเดง"), Parsed("แดง"));
        Assert.NotEqual(Parsed("Muller"), Parsed("Müller"));
    }

    internal static PersonName Parsed(string typed)
    {
        Assert.True(PersonName.TryParse(typed, out var name, out var flaw), flaw?.ToString());
        Assert.Null(flaw);
        return name;
    }

    private static void AssertRefused(string? typed, PersonNameFlaw expected)
    {
        Assert.False(PersonName.TryParse(typed, out var name, out var flaw));
        Assert.Null(name);
        Assert.Equal(expected, flaw);
    }
}
