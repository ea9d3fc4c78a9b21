using CsCheck;
using Samachik.Rules.Audit;

namespace Samachik.Rules.Tests.Audit;

/// <summary>A seal holds just what was sealed, in its order, and tells the first place where something else stands.</summary>
public sealed class AuditSealTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);

    private static readonly AuditRecord[] Five = [Entry(2), Entry(3), Entry(5), Entry(6), Entry(9)];

    [Fact]
    public void What_was_sealed_has_no_break()
    {
        Assert.Null(Sealed(Five).FirstBreak(Five));
        Assert.Equal(5, Sealed(Five).Count);
    }

    public static TheoryData<string, AuditRecord> Changes => new()
    {
        { "at", Five[2] with { At = Five[2].At + 1 } },
        { "act", Five[2] with { Act = "SignedOut" } },
        { "an act nobody knows", Five[2] with { Act = "Whatever" } },
        { "actor", Five[2] with { Actor = "Officer" } },
        { "actor id", Five[2] with { ActorId = "00000000-0000-0000-0000-000000000001" } },
        { "member", Five[2] with { MemberId = null } },
        { "session", Five[2] with { SessionId = "00000000-0000-0000-0000-000000000001" } },
        { "detail", Five[2] with { Detail = "other" } },
        { "network", Five[2] with { Network = new byte[] { 1, 2, 3 } } },
        { "mac", Five[2] with { Mac = new byte[32] } },
        { "a line break that shifts the fields", Five[2] with { SessionId = "\n", Detail = null } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_any_field_is_named(string what, AuditRecord changed)
    {
        Assert.NotEmpty(what);
        Assert.Equal(new AuditFinding(5, AuditBreak.Changed), Sealed(Five).FirstBreak([Five[0], Five[1], changed, Five[3], Five[4]]));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 5)]
    [InlineData(4, 9)]
    public void What_is_gone_is_named(int index, long id) =>
        Assert.Equal(new AuditFinding(id, AuditBreak.Removed), Sealed(Five).FirstBreak([.. Five.Where((_, i) => i != index)]));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(-3)]
    public void What_was_slipped_in_is_named(long id) => Assert.Equal(
        new AuditFinding(id, AuditBreak.SlippedIn), Sealed(Five).FirstBreak([.. Five.Append(Entry(id)).OrderBy(entry => entry.Id)]));

    [Fact]
    public void The_place_of_swapped_content_is_found()
    {
        var seal = Sealed(Five);
        AuditRecord[] swapped = [Five[0], Five[3] with { Id = 3 }, Five[2], Five[1] with { Id = 6 }, Five[4]];
        Assert.Equal(new AuditFinding(3, AuditBreak.Changed), seal.FirstBreak(swapped));
        Assert.Equal(6, seal.PlaceOf(swapped[1]));
        Assert.Null(seal.PlaceOf(Entry(7)));
    }

    [Fact]
    public void Seals_go_on_where_the_last_one_ends()
    {
        var first = Sealed(Five);
        var second = AuditSeal.Make(first, [Entry(12), Entry(13)], Now, 1);
        Assert.True(first.Follows(null));
        Assert.True(second.Follows(first));
        Assert.Equal((2, 9, 13), (second.Number, second.AfterEntry, second.LastEntry));
        Assert.False(second.Follows(null));
        Assert.False(first.Follows(second));
        Assert.False(AuditSeal.Make(first with { Head = new byte[32] }, [Entry(12)], Now, 1).Follows(first));
        Assert.False((second with { Chain = second.Chain[..^1] }).Follows(first));
        Assert.False((second with { Chain = second.Chain[..^40] }).Follows(first));
        Assert.False((second with { Chain = default }).Follows(first));
        Assert.False((second with { LastEntry = 14 }).Follows(first));
        Assert.False((second with { AfterEntry = 8 }).Follows(first));
    }

    [Fact]
    public void Entries_out_of_order_or_sealed_before_are_not_sealed()
    {
        Assert.Throws<ArgumentException>(() => Sealed([Five[1], Five[0]]));
        Assert.Throws<ArgumentException>(() => Sealed([Five[0], Five[0]]));
        Assert.Throws<ArgumentException>(() => AuditSeal.Make(Sealed(Five), [Five[4]], Now, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sealed([]));
    }

    [Fact]
    public void Every_part_of_a_seal_is_signed()
    {
        var seal = Sealed(Five);
        AuditSeal[] others =
        [
            seal with { Number = 2 }, seal with { AfterEntry = 1 }, seal with { LastEntry = 1 }, seal with { Chain = new byte[200] },
            seal with { PreviousHead = new byte[] { 1 } }, seal with { Head = new byte[32] }, seal with { SealedAt = 1 }, seal with { KeyId = 2 },
        ];
        Assert.All(others, other => Assert.NotEqual(Convert.ToHexString(seal.SignedBytes()), Convert.ToHexString(other.SignedBytes())));
    }

    [Fact]
    public void Whatever_is_changed_the_lowest_id_touched_is_named() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39], Gen.Int[0, 2]).Sample((count, at, how) =>
        {
            AuditRecord[] entries = [.. Enumerable.Range(1, count).Select(i => Entry(2 * i))];
            var (seal, i) = (Sealed(entries), at % count);
            var (found, id, kind) = how switch
            {
                0 => (entries.Where(entry => entry.Id != entries[i].Id), entries[i].Id, AuditBreak.Removed),
                1 => (entries.Select(entry => entry.Id == entries[i].Id ? entry with { Detail = "x" } : entry), entries[i].Id, AuditBreak.Changed),
                _ => (entries.Append(Entry(entries[i].Id - 1)).OrderBy(entry => entry.Id), entries[i].Id - 1, AuditBreak.SlippedIn),
            };
            return seal.FirstBreak([.. found]) == new AuditFinding(id, kind);
        });

    private static AuditSeal Sealed(AuditRecord[] entries) => AuditSeal.Make(null, entries, Now, 1);

    private static AuditRecord Entry(long id) => new AuditEntry(
        Now.AddSeconds(id), AuditAct.SignedIn, AuditActor.Member, null, new Guid((int)id, 0, 0, new byte[8]), null, $"detail {id}",
        new byte[] { 9, (byte)id }).Record(id, new byte[] { (byte)id });
}
