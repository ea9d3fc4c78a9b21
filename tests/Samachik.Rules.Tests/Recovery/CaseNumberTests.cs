using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Recovery;

public sealed class CaseNumberTests
{
    private const string Letters = "HKRWXY";
    private static readonly Random Dice = new(7);

    [Fact]
    public void A_drawn_number_reads_and_is_written_in_groups()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var number = Draw();
            Assert.Matches(@"\A[HKRWXY]{2}-[0-9]{3}-[0-9]{3}-[0-9]{3}\z", number.Text);
            Assert.True(CaseNumber.TryParse(number.Text, out var read));
            Assert.Equal(number, read);
        }
    }

    [Fact]
    public void It_is_read_as_people_type_it()
    {
        var number = Draw();
        var bare = number.Text.Replace("-", "", StringComparison.Ordinal);
        var thai = new string([.. bare.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '๐') : c)]);
        foreach (var typed in (string[])[bare, bare.ToLowerInvariant(), $"  {number.Text} ", number.Text.Replace('-', ' '), thai])
        {
            Assert.True(CaseNumber.TryParse(typed, out var read), typed);
            Assert.Equal(number.Text, read.Text);
        }
    }

    [Fact]
    public void Every_wrong_sign_and_every_swap_of_neighbours_is_found()
    {
        for (var i = 0; i < 100; i++)
        {
            var signs = Draw().Text.Replace("-", "", StringComparison.Ordinal);
            for (var at = 0; at < signs.Length; at++)
            {
                foreach (var other in (at < 2 ? Letters : "0123456789").Where(c => c != signs[at]))
                    Assert.False(CaseNumber.TryParse($"{signs[..at]}{other}{signs[(at + 1)..]}", out _));
                if (at + 1 < signs.Length && signs[at] != signs[at + 1])
                    Assert.False(CaseNumber.TryParse($"{signs[..at]}{signs[at + 1]}{signs[at]}{signs[(at + 2)..]}", out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HK-482-193")]
    [InlineData("HK-482-193-6577")]
    [InlineData("AB-482-193-657")]
    [InlineData("HK-48O-193-657")]
    [InlineData("1101700000133")]
    [InlineData("HK-٤٨٢-193-657")]
    public void What_is_no_number_is_refused(string? typed)
    {
        Assert.False(CaseNumber.TryParse(typed, out var number));
        Assert.Null(number);
    }

    [Fact]
    public void All_signs_are_drawn_and_numbers_hardly_repeat()
    {
        var drawn = Enumerable.Range(0, 5_000).Select(_ => Draw().Text).ToHashSet();
        Assert.True(drawn.Count > 4_990);
        Assert.Equal(Letters.ToHashSet(), drawn.Select(text => text[0]).ToHashSet());
        Assert.Equal("0123456789".ToHashSet(), drawn.Select(text => text[^1]).ToHashSet());
    }

    private static CaseNumber Draw() => CaseNumber.Draw(Dice.Next);
}
