using Samachik.Rules.Register;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Tests.Privacy;

namespace Samachik.Site.Tests.Register;

/// <summary>The register is in step with the file, tells nothing by itself, and is not emptied by a mistake.</summary>
public abstract class ImportTests(DatabaseKind kind)
{
    [Fact]
    public async Task A_refresh_changes_adds_and_removes()
    {
        await using var site = new TestSite(kind);
        var (stays, changes, goes, comes, broken) =
            (InsuredPeople.NewThai(), InsuredPeople.NewThai(), InsuredPeople.NewThai(), InsuredPeople.NewThai(), InsuredPeople.NewThai());
        await InsuredPeople.ImportAsync(site, stays, changes, goes, broken);
        var changed = changes with { LastName = Person.New().LastName };

        // The clock was set back: the later import still holds. Of two rows of one person the last one does.
        site.Clock.AdjustTime(site.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        var report = await InsuredPeople.ImportAsync(
            site, [InsuredPeople.RowOf(stays), InsuredPeople.RowOf(changes), InsuredPeople.RowOf(changed), InsuredPeople.RowOf(comes), $"{broken.NationalId},1,,2530-01-01"]);
        Assert.Equal((5, 1, 1, 4), (report.Rows, report.Rejected, report.Removed, report.People));
        Assert.Equal(RegisterVerdict.Matches, await CheckAsync(site, stays));
        Assert.Equal(RegisterVerdict.Matches, await CheckAsync(site, changed));
        Assert.Equal(RegisterVerdict.Differs, await CheckAsync(site, changes));
        Assert.Equal(RegisterVerdict.Matches, await CheckAsync(site, comes));
        Assert.Equal(RegisterVerdict.Matches, await CheckAsync(site, broken));
        Assert.Equal(RegisterVerdict.NotThere, await CheckAsync(site, goes));
    }

    [Fact]
    public async Task The_same_name_or_birth_date_looks_different_and_nothing_is_readable()
    {
        await using var site = new TestSite(kind);
        var one = InsuredPeople.NewThai();
        var other = one with { NationalId = InsuredPeople.NewThai().NationalId };
        await InsuredPeople.ImportAsync(site, one, other);
        var entries = await InsuredPeople.EntriesAsync(site);
        var bytes = entries.SelectMany(entry => (byte[][])[entry.NationalIdHash, entry.NameHash, entry.BirthDateHash]).ToList();
        Assert.Equal(6, bytes.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(bytes, hash => Assert.Equal(32, hash.Length));

        // Nor does it tell which members are in it.
        var newcomer = await Newcomer.MemberAsync(site, one);
        Assert.Empty(await Kept.FindAsync(site, new([.. Typed.By(one), .. Typed.By(other)])));
        var member = await newcomer.Person.MemberAsync(site);
        Assert.NotNull(member?.NationalIdHash);
        Assert.DoesNotContain(Convert.ToHexString(member.NationalIdHash), entries.Select(entry => Convert.ToHexString(entry.NationalIdHash)));
    }

    [Fact]
    public async Task Twenty_thousand_come_and_a_file_cut_short_removes_nobody()
    {
        await using var site = new TestSite(kind);
        Assert.Equal(20_500, (await InsuredPeople.ImportAsync(site, InsuredPeople.Many(20_500))).People);
        var cut = await InsuredPeople.ImportAsync(site, InsuredPeople.Many(18_000));
        Assert.Equal((2_500, 0, 20_500), (cut.Missing, cut.Removed, cut.People));
        Assert.Equal(2_000, (await InsuredPeople.ImportAsync(site, InsuredPeople.Many(18_500, from: 2_000))).Removed);
        var meant = await InsuredPeople.ImportAsync(site, InsuredPeople.Many(18_000), removesUpTo: 2_500);
        Assert.Equal((2_500, 2_500, 18_000), (meant.Missing, meant.Removed, meant.People));
    }

    [Fact]
    public async Task Of_two_imports_at_a_time_the_later_one_holds()
    {
        await using var site = new TestSite(kind);
        var person = InsuredPeople.NewThai();
        var changed = person with { FirstName = Person.New().FirstName };
        await InsuredPeople.ImportAsync(site, changed);
        await site.LookAsync(async db =>
        {
            var (table, writer) = (new RegisterTable(db, site.Service<LookupHash>()), new RegisterWriter(db, site.Service<SiteSettings>()));
            Assert.True(InsuredPerson.TryParse(
                new(person.NationalId, person.FirstName, person.LastName, $"{person.BirthYear}-00-00"), new(new(2026, 12, 1), 0, 130), out var insured, out _));
            await writer.WriteAsync([table.EntryOf(insured, site.Clock.GetUtcNow() - TimeSpan.FromMinutes(1))]);
            return true;
        });
        Assert.Equal(RegisterVerdict.Matches, await CheckAsync(site, changed));
    }

    private static async Task<RegisterVerdict> CheckAsync(TestSite site, Person person)
    {
        Assert.True(InsuredPerson.TryParse(
            new(person.NationalId, person.FirstName, person.LastName, InsuredPeople.RowOf(person).Split(',')[3]), new(new(2026, 12, 1), 0, 130), out var read, out _));
        Assert.True(Rules.People.ThaiMobileNumber.TryParse(person.Phone, out var phone, out _));
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterTable>()
            .CheckAsync(new(read.NationalId, phone, person.FirstName, person.LastName, read.BirthDate));
    }
}

/// <inheritdoc/>
public sealed class ImportTestsOnSqlite() : ImportTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ImportTestsOnPostgres() : ImportTests(DatabaseKind.Postgres);
