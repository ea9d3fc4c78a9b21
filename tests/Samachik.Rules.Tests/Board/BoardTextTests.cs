using CsCheck;
using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;

namespace Samachik.Rules.Tests.Board;

/// <summary>Titles, posts and what is written into a case.</summary>
public sealed class BoardTextTests
{
    private const string Telling = "กขคงำ่้ิแ ab1๑.!?\n\r\t\u200B\u200D\u202E\u00AD\u3000\u0300\uFE0F\uD83D\uDE00\uD800\uFFFE\uE000\0\u2028\u3164";

    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[0, 0xFFFF].Select(unit => (char)unit), Gen.OneOf(Telling.ToCharArray()), Gen.OneOf(Telling.ToCharArray()))
        .Array[0, 60].Select(units => new string(units));

    [Theory]
    [InlineData("ขอบคุณครับ", "ขอบคุณครับ")]
    [InlineData("  หนึ่ง\r\nสอง\rสาม\u2028สี่ \n", "หนึ่ง\nสอง\nสาม\nสี่")]
    [InlineData("- รายการ\n\n> ยกมา  \n\tแท็บ", "- รายการ\n\n> ยกมา  \n\tแท็บ")]
    [InlineData("ขอ\u200Bบ\u00ADคุณ\uFEFFครับ\u2060\u200E", "ขอบคุณครับ")]
    [InlineData("ชาวนา 👩‍🌾👁️‍🗨️ ทำนา ✌🏽 1️⃣", "ชาวนา 👩‍🌾👁️‍🗨️ ทำนา ✌🏽 1️⃣")]
    [InlineData("ကျွန်ုပ်တို့ မြွှေ့ာ်", "ကျွန်ုပ်တို့ မြွှေ့ာ်")]
    [InlineData("<b>\"'& script alert", "<b>\"'& script alert")]
    [InlineData("ม. 39 ได้ไหมคะ", "ม. 39 ได้ไหมคะ")]
    public void A_post_is_kept_as_typed_but_for_what_shows_nothing(string typed, string text)
    {
        Assert.True(PostText.TryParse(typed, out var post, out var flaw));
        Assert.Null(flaw);
        Assert.Equal(text, post.Text);
        Assert.Equal("PostText", $"{post}");
    }

    [Theory]
    [InlineData("  เบิก ค่า\r\nทำฟัน\tได้ ", "เบิก ค่า ทำฟัน ได้")]
    [InlineData("เบิกค่าทำฟัน", "เบิกค่าทำฟัน")]
    [InlineData("Dental\u3000\u3000care 2569", "Dental care 2569")]
    public void A_title_is_one_line(string typed, string text)
    {
        Assert.True(QuestionTitle.TryParse(typed, out var title, out _));
        Assert.Equal(text, title.Text);
        Assert.Equal("QuestionTitle", $"{title}");
    }

    [Theory]
    [InlineData(null, BoardTextFlaw.Missing)]
    [InlineData("", BoardTextFlaw.Missing)]
    [InlineData(" \r\n\t\u3000\u200B ", BoardTextFlaw.Missing)]
    [InlineData("ใช่ครับ", BoardTextFlaw.TooShort)]
    [InlineData("ได้ ! ! ! ! ! !", BoardTextFlaw.TooShort)]
    [InlineData("!?!?!?!?!?!?", BoardTextFlaw.NoLetters)]
    [InlineData("5555555555555", BoardTextFlaw.NoLetters)]
    [InlineData("๑๒๓๔๕๖๗๘๙๐๑๒", BoardTextFlaw.NoLetters)]
    [InlineData("👍👍👍👍👍👍👍👍👍👍", BoardTextFlaw.NoLetters)]
    [InlineData("\u0E48\u0E48\u0E48\u0E48\u0E48\u0E48\u0E48", BoardTextFlaw.NoLetters)]
    [InlineData("ขอบคุณ\0ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\u001Bครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\u202Eครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\u2066ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\uD800ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\uFFFDครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\uFFFEครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\uFDD0ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\uE000ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณ\U000E0041ครับผม", BoardTextFlaw.OtherCharacters)]
    [InlineData("ㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤ", BoardTextFlaw.OtherCharacters)]
    [InlineData("ขอบคุณครับ ก่่่่่่่่่", BoardTextFlaw.TooManyMarks)]
    [InlineData("ขอบคุณครับ a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", BoardTextFlaw.TooManyMarks)]
    [InlineData("ขอบคุณครับ \u200D\u200C\u200D\u200C\u200D\u200C\u200D\u200C\u200D", BoardTextFlaw.TooManyMarks)]
    public void Each_flaw_is_told(string? typed, BoardTextFlaw flaw)
    {
        Assert.False(PostText.TryParse(typed, out var post, out var found));
        Assert.Equal((null, flaw), (post, found));
        Assert.False(QuestionTitle.TryParse(typed, out _, out found));
        Assert.Equal(flaw, found);
        Assert.False(CaseText.TryParse(typed, out _, out found));
        Assert.Equal(flaw, found);
    }

    [Fact]
    public void Eight_marks_in_a_row_are_borne_and_one_more_is_not()
    {
        Assert.True(PostText.TryParse("ขอบคุณครับ ก" + new string('\u0E48', 8), out _, out _));
        Assert.False(PostText.TryParse("ขอบคุณครับ ก" + new string('\u0E48', 9), out _, out _));
        Assert.True(PostText.TryParse("ขอบคุณครับ ก" + new string('\u0E48', 8) + "ก" + new string('\u0E48', 8), out _, out _));
    }

    [Theory]
    [InlineData(9, BoardTextFlaw.TooShort)]
    [InlineData(10, null)]
    [InlineData(5_000, null)]
    [InlineData(5_001, BoardTextFlaw.TooLong)]
    [InlineData(20_001, BoardTextFlaw.TooLong)]
    public void A_post_has_ten_letters_and_at_most_five_thousand(int length, BoardTextFlaw? flaw) => Assert.Equal(flaw, PostFlaw(new('ก', length)));

    [Theory]
    [InlineData(9, BoardTextFlaw.TooShort)]
    [InlineData(10, null)]
    [InlineData(150, null)]
    [InlineData(151, BoardTextFlaw.TooLong)]
    public void A_title_is_one_long_word_if_need_be(int length, BoardTextFlaw? flaw)
    {
        _ = QuestionTitle.TryParse(new('ก', length), out _, out var found);
        Assert.Equal(flaw, found);
    }

    [Theory]
    [InlineData(9, BoardTextFlaw.TooShort)]
    [InlineData(10, null)]
    [InlineData(2_000, null)]
    [InlineData(2_001, BoardTextFlaw.TooLong)]
    public void A_case_has_two_thousand(int length, BoardTextFlaw? flaw)
    {
        Assert.Equal(flaw is null, CaseText.TryParse(new('ก', length), out var text, out var found));
        Assert.Equal(flaw, found);
        Assert.Equal(flaw is null ? "CaseText" : "", $"{text}");
    }

    [Fact]
    public void A_line_counts_as_one_character_as_in_a_browser() =>
        Assert.Null(PostFlaw(string.Concat(Enumerable.Repeat("ก\r\n", 2_499)) + "ขค"));

    [Fact]
    public void What_shows_nothing_takes_no_room_but_does_not_come_without_end()
    {
        Assert.Null(PostFlaw(new string('ก', 5_000) + new string('\u200B', 15_000)));
        Assert.Equal(BoardTextFlaw.TooLong, PostFlaw(new string('ก', 5_000) + new string('\u200B', 15_001)));
    }

    [Fact]
    public void What_is_stored_is_read_again_the_same() => Any.Sample(typed =>
        (!PostText.TryParse(typed, out var post, out _) || (PostText.TryParse(post.Text, out var again, out _) && again == post))
        && (!QuestionTitle.TryParse(typed, out var title, out _) || (QuestionTitle.TryParse(title.Text, out var same, out _) && same == title)));

    [Fact]
    public void Whatever_is_read_can_be_normalised_and_shown() => Any.Sample(typed =>
        !PostText.TryParse(typed + "ขอบคุณครับ", out var post, out _)
        || (post.Text.Normalize(System.Text.NormalizationForm.FormKC).Length > 0 && !post.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))));

    [Fact]
    public void Any_text_is_answered() => Any.Sample(typed =>
        PostText.TryParse(typed, out var post, out var flaw) ? flaw is null && post is not null : flaw is not null && post is null);

    [Fact]
    public void A_title_never_breaks_a_line() => Any.Sample(typed =>
        !QuestionTitle.TryParse(typed + " ขอบคุณครับ", out var title, out _) || !title.Text.Any(c => c is '\n' or '\r' or '\t'));

    private static BoardTextFlaw? PostFlaw(string typed)
    {
        _ = PostText.TryParse(typed, out _, out var flaw);
        return flaw;
    }
}
