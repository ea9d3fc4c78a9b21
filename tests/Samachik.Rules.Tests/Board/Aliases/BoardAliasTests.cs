using Samachik.Rules.Board.Aliases;

namespace Samachik.Rules.Tests.Board.Aliases;

public class BoardAliasTests
{
    [Theory]
    [InlineData("นก")]
    [InlineData("Nok")]
    [InlineData("แม่น้องมินนี่")]
    [InlineData("แม่น้องAom")]
    [InlineData("นัท99")]
    [InlineData("นัท ๙๙")]
    [InlineData("ป้า-แดง_ลาดพร้าว")]
    [InlineData("Dr. Nok")]
    [InlineData("ม.ร.ว. นก")]
    [InlineData("Nok J.")]
    [InlineData("เด็กๆ")]
    [InlineData("คนกรุงเทพฯ")]
    [InlineData("Müller2510")]
    [InlineData("ก1")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("ที่ปรึกษาผู้สูงอายุที่บ้านเหนือ")]
    public void An_alias_stays_as_it_was_chosen(string typed) => Assert.Equal(typed, Parsed(typed).Text);

    [Theory]
    [InlineData("  นก   น้อย ", "นก น้อย")]
    [InlineData("เเม่นก", "แม่นก")]
    [InlineData("น\u200Bก", "นก")]
    [InlineData("น\u0E49\u0E4D\u0E32", "น\u0E49\u0E33")]
    [InlineData("Mu\u0308ller", "Müller")]
    [InlineData("Nok\u00A0Noi", "Nok Noi")]
    public void It_is_repaired_as_names_are(string typed, string text) => Assert.Equal(text, Parsed(typed).Text);

    [Theory]
    [InlineData(null, AliasFlaw.Missing)]
    [InlineData("  ", AliasFlaw.Missing)]
    [InlineData("ก", AliasFlaw.TooShort)]
    [InlineData("ก\u0E49", AliasFlaw.TooShort)]
    [InlineData("A.", AliasFlaw.TooShort)]
    [InlineData("1234", AliasFlaw.NoLetters)]
    [InlineData("๑๒-๓๔", AliasFlaw.NoLetters)]
    [InlineData("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมย", AliasFlaw.TooLong)]
    [InlineData("a b c d e f g h i j k l m n o p", AliasFlaw.TooLong)]
    [InlineData("นก!", AliasFlaw.OtherCharacters)]
    [InlineData("นก\uD83D\uDE00", AliasFlaw.OtherCharacters)]
    [InlineData("nok@home", AliasFlaw.OtherCharacters)]
    [InlineData("n\u043Ek", AliasFlaw.OtherCharacters)]
    [InlineData("\u0391dmin", AliasFlaw.OtherCharacters)]
    [InlineData("Ａｄｍｉｎ", AliasFlaw.OtherCharacters)]
    [InlineData("adm\u01C0n", AliasFlaw.OtherCharacters)]
    [InlineData("no\u202Ek", AliasFlaw.OtherCharacters)]
    [InlineData("-นก", AliasFlaw.OtherCharacters)]
    [InlineData("นก_", AliasFlaw.OtherCharacters)]
    [InlineData("นก--นก", AliasFlaw.OtherCharacters)]
    [InlineData("นก..", AliasFlaw.OtherCharacters)]
    [InlineData("O'Brien", AliasFlaw.OtherCharacters)]
    [InlineData("\u0E48นก", AliasFlaw.OtherCharacters)]
    [InlineData("1\u0E48นก", AliasFlaw.OtherCharacters)]
    [InlineData("นก\u0E49\u0E49\u0E49\u0E49", AliasFlaw.OtherCharacters)]
    [InlineData("adม1n", AliasFlaw.MixedScripts)]
    [InlineData("adมin", AliasFlaw.MixedScripts)]
    [InlineData("ลdmin", AliasFlaw.MixedScripts)]
    [InlineData("SSอ", AliasFlaw.MixedScripts)]
    [InlineData("นกNokนก", AliasFlaw.MixedScripts)]
    public void Another_form_is_refused(string? typed, AliasFlaw flaw)
    {
        Assert.False(BoardAlias.TryParse(typed, out _, out var found));
        Assert.Equal(flaw, found);
    }

    [Fact]
    public void A_huge_text_is_refused_unread()
    {
        Assert.False(BoardAlias.TryParse(new string('\u0E49', 1_000_000), out _, out var flaw));
        Assert.Equal(AliasFlaw.TooLong, flaw);
    }

    [Fact]
    public void The_longest_fits_its_column()
    {
        var alias = Parsed(string.Concat(Enumerable.Repeat("ก\u0E37\u0E49", BoardAlias.MaxLength)));
        Assert.True(alias.Text.Length <= BoardAlias.MaxTextLength);
    }

    [Fact]
    public void It_prints_a_letter_only() => Assert.Equal("ส…", $"{Parsed("สมชาย ใจดี")}");

    internal static BoardAlias Parsed(string typed)
    {
        Assert.True(BoardAlias.TryParse(typed, out var alias, out var flaw), $"{typed}: {flaw}");
        return alias;
    }
}
