using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Recovery;

public sealed class HelpNoteTests
{
    [Theory]
    [InlineData("โทรหาตอนบ่าย", "โทรหาตอนบ่าย")]
    [InlineData("  two\r\nlines \n", "two\nlines")]
    [InlineData("👩‍🌾 ปั๊มน้ำ", "👩‍🌾 ปั๊มน้ำ")]
    [InlineData("<b>\"'&", "<b>\"'&")]
    public void A_note_is_kept_as_written(string typed, string text)
    {
        Assert.True(HelpNote.TryParse(typed, out var note, out var flaw));
        Assert.Null(flaw);
        Assert.Equal(text, note?.Text);
        Assert.DoesNotContain(text, $"{note}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Nothing_written_is_no_flaw(string? typed)
    {
        Assert.True(HelpNote.TryParse(typed, out var note, out _));
        Assert.Null(note);
    }

    [Fact]
    public void Five_hundred_characters_are_taken_and_one_more_is_not()
    {
        var longest = string.Concat(Enumerable.Repeat("ก\r\n", 249)) + "ขค";
        Assert.True(HelpNote.TryParse(longest, out var note, out _));
        Assert.Equal(HelpNote.MaxLength, note?.Text.Length);
        Assert.False(HelpNote.TryParse(longest + "ง", out note, out var flaw));
        Assert.Equal((null, HelpNoteFlaw.TooLong), (note, flaw));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u202eb")]
    [InlineData("a\u200bb")]
    [InlineData("a\ud800b")]
    public void Hidden_and_turning_characters_are_refused(string typed)
    {
        Assert.False(HelpNote.TryParse(typed, out _, out var flaw));
        Assert.Equal(HelpNoteFlaw.OtherCharacters, flaw);
    }
}
