using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class NationalIdTests
{
    [Theory]
    [InlineData("1234567890121")]
    [InlineData("1234567891011")]
    [InlineData("1101700000010")]
    [InlineData("1101700000061")]
    [InlineData("1101700000028")]
    [InlineData("1101700000036")]
    [InlineData("1101700000044")]
    [InlineData("1101700000052")]
    [InlineData("1101700000079")]
    [InlineData("1101700000087")]
    [InlineData("1101700000095")]
    [InlineData("1101700000133")]
    public void Numbers_with_their_check_digit_are_taken(string typed)
    {
        Assert.True(NationalId.TryParse(typed, acceptLeadingZero: false, out var id, out var flaw));
        Assert.Equal(typed, id.Digits);
        Assert.Null(flaw);
    }

    [Theory]
    [InlineData("1-2345-67890-12-1")]
    [InlineData("1 2345 67890 12 1")]
    [InlineData("  1234567890121  ")]
    [InlineData("\t1234567890121\r\n")]
    [InlineData("\u00A01234567890121\u2003")]
    [InlineData("๑๒๓๔๕๖๗๘๙๐๑๒๑")]
    [InlineData("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑")]
    [InlineData("1๒3๔567890121")]
    [InlineData("1 - 2345 - 67890 - 12 - 1")]
    [InlineData("1--2345--67890--12--1")]
    [InlineData("-1234567890121-")]
    [InlineData("1-234567890121")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1 2 1")]
    [InlineData("1\u00A02345\u00A067890\u00A012\u00A01")]
    [InlineData("1\u20092345\u200967890\u200912\u20091")]
    [InlineData("1\u202F2345\u202F67890\u202F12\u202F1")]
    [InlineData("1\u30002345\u300067890\u300012\u30001")]
    [InlineData("1\u20102345\u201067890\u201012\u20101")]
    [InlineData("1\u20112345\u201167890\u201112\u20111")]
    [InlineData("1\u20122345\u201267890\u201212\u20121")]
    [InlineData("1\u20132345\u201367890\u201312\u20131")]
    [InlineData("1\u20142345\u201467890\u201412\u20141")]
    [InlineData("1\u20152345\u201567890\u201512\u20151")]
    [InlineData("1\u22122345\u221267890\u221212\u22121")]
    public void Spellings_of_one_number_are_equal(string typed)
    {
        Assert.True(NationalId.TryParse(typed, acceptLeadingZero: false, out var id, out _));
        Assert.Equal(Valid("1234567890121"), id);
        Assert.Equal("1-2345-67890-12-1", id.Grouped);
    }

    [Theory]
    [InlineData(null, NationalIdFlaw.Missing)]
    [InlineData("", NationalIdFlaw.Missing)]
    [InlineData("   ", NationalIdFlaw.Missing)]
    [InlineData("\t\r\n\u00A0\u3000", NationalIdFlaw.Missing)]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/ๅ", NationalIdFlaw.ThaiKeyboard)]
    [InlineData("ๅ", NationalIdFlaw.ThaiKeyboard)]
    [InlineData("เลข 1234567890121", NationalIdFlaw.ThaiKeyboard)]
    [InlineData("abcก", NationalIdFlaw.ThaiKeyboard)]
    [InlineData("9\u0E48", NationalIdFlaw.ThaiKeyboard)]
    [InlineData("-", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("0", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("123456789012", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("12345678901211", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("0812345678", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("110170023073", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("A234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567890121x", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("l234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567890I21", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("12345678901.1", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("+1234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1_2345_67890_12_1", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1/2345/67890/12/1", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1\t2345678901 21", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\n890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\r\n890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\u2028890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567890121\0", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("\u200B1234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\u200B890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\u200D890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("\uFEFF1234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567\u00AD890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("\u200E1234567890121", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("1234567890121\u200F", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("\u202A1234567890121\u202C", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("\u20661234567890121\u2069", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("１２３４５６７８９０１２１", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢١", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("۱۲۳۴۵۶۷۸۹۰۱۲۱", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("໑໒໓໔໕໖໗໘໙໐໑໒໑", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("123456789012①", NationalIdFlaw.NotThirteenDigits)]
    [InlineData("0200000000017", NationalIdFlaw.CompanyNumber)]
    [InlineData("0200000000018", NationalIdFlaw.CompanyNumber)]
    [InlineData("๐200000000017", NationalIdFlaw.CompanyNumber)]
    [InlineData("0000000000000", NationalIdFlaw.CompanyNumber)]
    [InlineData("0000000000001", NationalIdFlaw.CompanyNumber)]
    [InlineData("9000000000001", NationalIdFlaw.FirstDigitNotUsed)]
    [InlineData("9234567890129", NationalIdFlaw.FirstDigitNotUsed)]
    [InlineData("1234567890123", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("1-2345-67890-12-3", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("1101700230703", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("1101700230705", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("1234567891012", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("1111111111111", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("8888888888888", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("2134567890121", NationalIdFlaw.WrongCheckDigit)]
    public void What_is_wrong_is_named(string? typed, NationalIdFlaw expected)
    {
        Assert.False(NationalId.TryParse(typed, acceptLeadingZero: false, out var id, out var flaw));
        Assert.Null(id);
        Assert.Equal(expected, flaw);
    }

    [Theory]
    [InlineData("0200000000017", null)]
    [InlineData("0-2000-00000-01-7", null)]
    [InlineData("1234567890121", null)]
    [InlineData("0200000000018", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("0000000000000", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("0000000000001", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("0000000000009", NationalIdFlaw.WrongCheckDigit)]
    [InlineData("0000000000019", null)]
    [InlineData("9000000000001", NationalIdFlaw.FirstDigitNotUsed)]
    [InlineData("000000000001", NationalIdFlaw.NotThirteenDigits)]
    public void A_leading_zero_is_a_setting(string typed, NationalIdFlaw? expected)
    {
        Assert.Equal(expected is null, NationalId.TryParse(typed, acceptLeadingZero: true, out _, out var flaw));
        Assert.Equal(expected, flaw);
    }

    [Theory]
    [InlineData("123456789012", '1')]
    [InlineData("123456789101", '1')]
    [InlineData("110170000001", '0')]
    [InlineData("110170000006", '1')]
    [InlineData("110170000002", '8')]
    [InlineData("110170023070", '8')]
    [InlineData("000000000000", '1')]
    public void The_check_digit_follows_from_the_twelve(string twelve, char expected) =>
        Assert.Equal(expected, NationalId.CheckDigit(twelve));

    [Theory]
    [InlineData("")]
    [InlineData("12345678901")]
    [InlineData("1234567890121")]
    [InlineData("12345678901x")]
    [InlineData("๑๒๓๔๕๖๗๘๙๐๑๒")]
    public void A_check_digit_of_anything_else_is_a_mistake_in_the_program(string twelve)
    {
        var thrown = Assert.Throws<ArgumentException>(() => NationalId.CheckDigit(twelve));
        Assert.DoesNotContain("1234567890", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/ๅ", "1-2345-67890-12-1")]
    [InlineData("ๅ /-ภถ \u0E38\u0E36คตจ ๅ/ ๅ", "1-2345-67890-12-1")]
    [InlineData(" ๅๅจๅ\u0E36จจจจจจๅจ ", "1-1017-00000-01-0")]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/-", null)]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/", null)]
    [InlineData("จ/จจจจจจจจจๅ\u0E36", null)]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/1", null)]
    [InlineData("1234567890121", null)]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจๅ/ๅก", null)]
    [InlineData("สมชาย", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_slip_of_the_keyboard_is_offered_back(string? typed, string? expected) =>
        Assert.Equal(expected, NationalId.ReadThaiKeyboard(typed));

    [Fact]
    public void It_prints_masked()
    {
        var id = Valid("1101700000133");
        Assert.Equal("x-xxxx-xxxxx-13-3", id.Masked);
        Assert.Equal(id.Masked, $"{id}");
    }

    private static NationalId Valid(string digits) =>
        NationalId.TryParse(digits, acceptLeadingZero: false, out var id, out _) ? id : throw new ArgumentException(digits);
}
