using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Audit;

/// <summary>
/// Whatever somebody does to the trail at the database's prompt, the check names the first entry that it touched. The
/// trail is of real acts: seals 1, 2 and 3, ids that were skipped in between, and a tail that is not sealed yet.
/// </summary>
public abstract class TamperTests(SharedSite shared)
{
    private const string Columns = "\"at\", act, actor, actor_id, member_id, session_id, detail, network, mac";

    private List<long> ids = [];
    private (long First, long Last)[] seals = [];
    private long gap, tail;

    private TestSite Site => shared.Site;

    private string OneByte => Site.Place.Kind switch { DatabaseKind.Sqlite => "x'07'", DatabaseKind.Postgres => "decode('07', 'hex')" };

    [Fact]
    public async Task A_trail_of_real_acts_is_intact()
    {
        await PrepareAsync();
        var report = await SealedTrail.CheckAsync(Site, await AnchorAsync(3));
        Assert.Null(report.Finding);
        Assert.Equal(3, report.Last?.Number);
        Assert.Equal(ids.Count(id => id <= seals[2].Last), report.SealedEntries);
        Assert.Equal(ids.Count(id => id > seals[2].Last), report.UnsealedEntries);
        Assert.True(report.UnsealedEntries > 0, "There is no unsealed tail.");
        Assert.Contains(Site.Log.Lines, line => line.Contains($"Audit seal {AuditAnchor.Of(report.Last ?? throw new InvalidOperationException())}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"at\" = \"at\" + 1")]
    [InlineData("act = 'SignedOut'")]
    [InlineData("act = 'NoSuchAct'")]
    [InlineData("actor = 'Site'")]
    [InlineData("actor_id = '00000000-0000-0000-0000-000000000001'")]
    [InlineData("member_id = NULL")]
    [InlineData("session_id = '00000000-0000-0000-0000-000000000001'")]
    [InlineData("detail = 'other'")]
    [InlineData("network = {byte}")]
    [InlineData("mac = {byte}")]
    public async Task A_changed_row_is_named_whatever_column_it_was(string change)
    {
        await PrepareAsync();
        var set = $"UPDATE audit_entries SET {change.Replace("{byte}", OneByte, StringComparison.Ordinal)}";
        var (first, second, last) = (seals[0].First, seals[1].First, seals[2].Last);
        await BrokenAsync(first, AuditBreak.Changed, $"{set} WHERE id = {first}");
        await BrokenAsync(second, AuditBreak.Changed, $"{set} WHERE id IN ({last}, {second})");
        await BrokenAsync(last, AuditBreak.Changed, $"{set} WHERE id = {last}");
        await BrokenAsync(tail, AuditBreak.Forged, $"{set} WHERE id = {tail}");
    }

    [Fact]
    public async Task A_removed_row_is_named()
    {
        await PrepareAsync();
        foreach (var id in (long[])[seals[0].First, seals[1].First, seals[1].Last, seals[2].Last])
            await BrokenAsync(id, AuditBreak.Removed, $"DELETE FROM audit_entries WHERE id = {id}");
        await BrokenAsync(seals[0].First, AuditBreak.Removed, "DELETE FROM audit_entries");
        await BrokenAsync(seals[1].First, AuditBreak.Removed, $"UPDATE audit_entries SET id = {ids[^1] + 5} WHERE id = {seals[1].First}");
    }

    [Fact]
    public async Task Two_swapped_rows_are_named()
    {
        await PrepareAsync();
        var next = ids[ids.IndexOf(seals[0].First) + 1];
        await SwappedAsync(seals[0].First, next);
        await SwappedAsync(seals[0].Last, seals[1].First);
        await SwappedAsync(seals[0].First, seals[2].Last);

        async Task SwappedAsync(long one, long other)
        {
            var finding = await BrokenAsync(
                one, AuditBreak.Swapped, $"UPDATE audit_entries SET id = -5 WHERE id = {one}",
                $"UPDATE audit_entries SET id = {one} WHERE id = {other}", $"UPDATE audit_entries SET id = {other} WHERE id = -5");
            Assert.Equal(other, finding.Other);
        }
    }

    // A copy of a true entry, keyed hash and all, in a place that an id was skipped at, and before all others.
    [Fact]
    public async Task What_was_slipped_in_among_sealed_entries_is_named_even_if_it_is_a_copy()
    {
        await PrepareAsync();
        foreach (var id in (long[])[gap, seals[0].First - 1, 0, -7])
            await BrokenAsync(id, AuditBreak.SlippedIn, CopyTo(id));
    }

    [Fact]
    public async Task What_was_written_into_the_unsealed_tail_without_the_key_is_named()
    {
        await PrepareAsync();
        foreach (var id in (long[])[ids[^1] + 1, ids[^1] + 1_000_000])
            await BrokenAsync(id, AuditBreak.Forged, CopyTo(id), $"UPDATE audit_entries SET act = 'PasswordChanged' WHERE id = {id}");
    }

    [Theory]
    [InlineData("number = 77", AuditBreak.SealRemoved)]
    [InlineData("after_entry = after_entry + 1", AuditBreak.SealChanged)]
    [InlineData("last_entry = last_entry - 1", AuditBreak.SealChanged)]
    [InlineData("chain = chain || {byte}", AuditBreak.SealChanged)]
    [InlineData("previous_head = head", AuditBreak.SealChanged)]
    [InlineData("head = previous_head", AuditBreak.SealChanged)]
    [InlineData("sealed_at = sealed_at + 1", AuditBreak.SealChanged)]
    [InlineData("sealed_at = 9223372036854775807", AuditBreak.SealChanged)]
    [InlineData("signature = {byte}", AuditBreak.SealChanged)]
    [InlineData("key_id = 2", AuditBreak.KeyMissing)]
    [InlineData("key_id = -1", AuditBreak.KeyMissing)]
    public async Task A_changed_seal_is_named_whatever_column_it_was(string change, AuditBreak kind)
    {
        await PrepareAsync();
        await BrokenAsync(
            seals[1].First, kind, $"UPDATE audit_seals SET {change.Replace("{byte}", OneByte, StringComparison.Ordinal)} WHERE number = 2");
    }

    [Fact]
    public async Task A_removed_seal_is_named()
    {
        await PrepareAsync();
        await BrokenAsync(seals[0].First, AuditBreak.SealRemoved, "DELETE FROM audit_seals WHERE number = 1");
        await BrokenAsync(seals[1].First, AuditBreak.SealRemoved, "DELETE FROM audit_seals WHERE number = 2");
    }

    [Fact]
    public async Task A_seal_of_another_key_is_no_seal()
    {
        await PrepareAsync();
        using var folder = new Storage.KeyFolder();
        var others = new AuditKeys(folder.Open());
        var (second, third) = (await SealAsync(2), await SealAsync(3));
        Assert.False(Site.Service<AuditKeys>().IsSigned(third.Seal, others.Sign(third.Seal)));
        Assert.False(Site.Service<AuditKeys>().IsSigned(third.Seal, second.Signature.Span));
        Assert.True(Site.Service<AuditKeys>().IsSigned(third.Seal, third.Signature.Span));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_by_an_anchor_and_by_nothing_else()
    {
        await PrepareAsync();
        string[] cut = ["DELETE FROM audit_seals WHERE number = 3", $"DELETE FROM audit_entries WHERE id > {seals[1].Last}"];
        Assert.Null((await SealedTrail.CheckAfterAsync(Site, null, cut)).Finding);
        Assert.Null((await SealedTrail.CheckAfterAsync(Site, await AnchorAsync(2), cut)).Finding);
        var report = await SealedTrail.CheckAfterAsync(Site, await AnchorAsync(3), cut);
        Assert.Equal(new AuditFinding(seals[1].Last + 1, AuditBreak.CutOff), report.Finding);
        Assert.Equal(2, report.Last?.Number);
    }

    // After the cut the site itself seals on, with the same number and other entries.
    [Fact]
    public async Task A_tail_that_went_on_otherwise_is_found_by_an_anchor()
    {
        await PrepareAsync();
        var anchor = new AuditAnchor(2, (await AnchorAsync(3)).Head);
        Assert.Equal(new AuditFinding(seals[1].First, AuditBreak.CutOff), (await SealedTrail.CheckAsync(Site, anchor)).Finding);
    }

    private string CopyTo(long id) =>
        $"INSERT INTO audit_entries (id, {Columns}) SELECT {id}, {Columns} FROM audit_entries WHERE id = {seals[1].Last}";

    private async Task<AuditFinding> BrokenAsync(long entry, AuditBreak kind, params string[] statements)
    {
        var report = await SealedTrail.CheckAfterAsync(Site, null, statements);
        Assert.NotNull(report.Finding);
        Assert.Equal((entry, kind), (report.Finding.Entry, report.Finding.Break));
        return report.Finding;
    }

    private async Task<AuditAnchor> AnchorAsync(long number) => AuditAnchor.Of((await SealAsync(number)).Seal);

    private Task<SignedSeal> SealAsync(long number) => Site.LookAsync(async db =>
        await new AuditTable(db).NextSealAsync(number - 1, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("There is no such seal."));

    // Once for the class: every test rolls back what it does.
    private async Task PrepareAsync()
    {
        if (await Site.LookAsync(db => db.AuditSeals.CountAsync()) == 0)
        {
            await SealedTrail.SkipIdAsync(Site);
            var newcomer = await Newcomer.MemberAsync(Site);
            await SealedTrail.SkipIdAsync(Site);
            await newcomer.Visitor.SubmitAndFollowAsync("/sign-out");
            await Newcomer.MemberAsync(Site);
            await SealedTrail.SealAllAsync(Site);
            for (var i = 0; i < 2; i++)
            {
                await Newcomer.MemberAsync(Site);
                await SealedTrail.SealAllAsync(Site);
            }

            await Newcomer.MemberAsync(Site);
        }

        ids = await Site.LookAsync(db => db.AuditEntries.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
        var ranges = await Site.LookAsync(db => db.AuditSeals.OrderBy(row => row.Number)
            .Select(row => new { row.AfterEntry, row.LastEntry }).ToListAsync());
        seals = [.. ranges.Select(range => (ids.First(id => id > range.AfterEntry), range.LastEntry))];
        gap = Enumerable.Range((int)seals[0].First, (int)(seals[0].Last - seals[0].First)).Select(id => (long)id).First(id => !ids.Contains(id));
        tail = ids.First(id => id > seals[2].Last);
        Assert.Equal(3, seals.Length);
        Assert.True(ids.Count > 8, string.Join(' ', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))));
    }
}

/// <inheritdoc/>
public sealed class TamperTestsOnSqlite(SqliteSite shared) : TamperTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class TamperTestsOnPostgres(PostgresSite shared) : TamperTests(shared), IClassFixture<PostgresSite>;
