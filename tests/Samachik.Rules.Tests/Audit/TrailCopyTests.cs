using System.Text;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Audit;

/// <summary>The lines of a copy, and what of a query is told.</summary>
public sealed class TrailCopyTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, 7, TimeSpan.Zero);

    private static readonly TrailCopy Copy = new(new byte[32], 3, "act SignedIn; days 2026-11-25..2026-12-01", Now, "482-193", 1);

    private static readonly AuditRecord Entry = new(
        7, Now.ToUnixTimeMilliseconds(), "SignedIn", "Member", null, "0193f1a2-7b3c-7d4e-8f50-123456789abc", null, "Chrome \"บน\" Android", new byte[] { 1, 2 },
        new byte[] { 3, 4 });

    [Fact]
    public void An_entry_is_read_from_its_line_as_it_was()
    {
        var line = TrailCopy.LineOf(Entry);
        Assert.Equal((byte)'\n', line[^1]);
        Assert.DoesNotContain((byte)'\n', line[..^1]);
        var read = TrailCopy.ReadEntry(line);
        Assert.NotNull(read);
        Assert.Equal(Entry.Canonical(), read.Canonical());
        Assert.Equal((Entry.Id, true), (read.Id, read.Mac.Span.SequenceEqual(Entry.Mac.Span)));
        Assert.Contains("บน", Encoding.UTF8.GetString(line), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_is_read_as_it_was()
    {
        Assert.True(TrailCopy.TryRead(Copy.LastLine([9, 8]), out var read, out var signature));
        Assert.Equal(Copy.SignedBytes(), read.SignedBytes());
        Assert.Equal([9, 8], signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"format\":\"samachik-trail-copy-2\"}")]
    [InlineData("not JSON")]
    public void What_is_neither_is_neither(string line)
    {
        Assert.Null(TrailCopy.ReadEntry(Encoding.UTF8.GetBytes(line)));
        Assert.False(TrailCopy.TryRead(Encoding.UTF8.GetBytes(line), out _, out _));
    }

    [Fact]
    public void Everything_that_the_last_line_says_is_signed() => Assert.Equal(
        7,
        new[]
        {
            Copy, Copy with { Digest = new byte[] { 1 } }, Copy with { Count = 4 }, Copy with { Query = "days" }, Copy with { At = Now.AddMilliseconds(1) },
            Copy with { By = "482-194" }, Copy with { KeyId = 2 },
        }.Select(copy => Convert.ToHexString(copy.SignedBytes())).Distinct().Count());

    [Fact]
    public void A_query_is_told_in_full_to_a_copy_and_within_the_length_of_a_detail_to_the_trail()
    {
        var query = new TrailQuery(DaySpan.UpTo(Now), 9)
        {
            Member = Guid.Empty, Officer = Guid.Empty, OfficerNumber = "482-193", Actor = AuditActor.Stranger, Act = AuditAct.SignedIn,
        };
        Assert.Equal(
            "account 00000000-0000-0000-0000-000000000000; officer 482-193; actor Stranger; act SignedIn; days 2026-11-25..2026-12-01", query.Describe());
        Assert.Equal("NationalId 482-193 Stranger SignedIn 2026-11-25..2026-12-01", query.Detail("NationalId"));
        Assert.Equal("2026-11-25..2026-12-01", new TrailQuery(DaySpan.UpTo(Now), 9).Detail(""));
        Assert.All(Enum.GetValues<AuditAct>(), act => Assert.InRange((query with { Act = act }).Detail("NationalId").Length, 1, 80));
    }
}
