using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Rules.Register;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>The office's register of insured persons: asked at sign-up, and kept in step with the office's file.</summary>
public sealed class RegisterTable(MembersDb db, LookupHash lookup)
{
    private const int Batch = 5_000, KeptAtOnce = 500;

    /// <summary>What the register says of somebody's details: one query, whatever it finds.</summary>
    public async Task<RegisterVerdict> CheckAsync(GivenDetails given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var last = given.LastName is { } name ? PersonName.MatchKeyOf(name) : null;
        var digests = lookup.Digests(given.NationalId, PersonName.MatchKeyOf(given.FirstName), last, given.BirthDate);
        var key = lookup.OfRegister(given.NationalId);
        var row = await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.NationalIdHash == key);
        return RegisterDigests.Compare(row?.Digests, digests);
    }

    /// <summary>Says at start, in the log, that an empty register is demanded: nobody but foreign people could sign up.</summary>
    public static async Task WarnIfEmptyAsync(MembersDb db, RegisterUse use, ILogger<RegisterTable> log)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (use == RegisterUse.Demand && !await db.RegisterEntries.AnyAsync())
            log.LogWarning("SignUp:Register is Demand and the register is empty: only foreign people can sign up until 'samachik register import' was run");
    }

    /// <summary>The row of a person, to be written.</summary>
    public RegisterEntryRow EntryOf(InsuredPerson person, DateTimeOffset stamp)
    {
        ArgumentNullException.ThrowIfNull(person);
        var digests = lookup.Digests(person.NationalId, person.FirstName.MatchKey, person.LastName?.MatchKey, person.BirthDate);
        return new()
        {
            NationalIdHash = lookup.OfRegister(person.NationalId),
            NameHash = digests.Name.ToArray(),
            BirthDateHash = digests.BirthDate.ToArray(),
            ImportedAt = stamp,
        };
    }

    /// <summary>The stamp of an import that begins now: later than every one before, whatever the clock says.</summary>
    public async Task<DateTimeOffset> NextStampAsync(DateTimeOffset now)
    {
        var newest = await db.RegisterEntries.MaxAsync(row => (DateTimeOffset?)row.ImportedAt);
        return newest is { } last && last >= now ? last + TimeSpan.FromMilliseconds(1) : now;
    }

    /// <summary>How many people are in it.</summary>
    public Task<int> CountAsync() => db.RegisterEntries.CountAsync();

    /// <summary>How many of them no import since the stamp has had.</summary>
    public Task<int> CountOlderAsync(DateTimeOffset stamp) => db.RegisterEntries.CountAsync(row => row.ImportedAt < stamp);

    /// <summary>Removes those, in statements of bounded size that are each whole by themselves; how many they were.</summary>
    public async Task<int> RemoveOlderAsync(DateTimeOffset stamp)
    {
        var (removed, all) = (Batch, 0);
        for (; removed == Batch; all += removed)
            removed = await db.RegisterEntries.Where(row => row.ImportedAt < stamp).OrderBy(row => row.NationalIdHash).Take(Batch).ExecuteDeleteAsync();
        return all;
    }

    /// <summary>Leaves what is known of people whose row in the file could not be read: they are not gone.</summary>
    public async Task KeepAsync(IEnumerable<NationalId> people, DateTimeOffset stamp)
    {
        foreach (var some in people.Select(lookup.OfRegister).Chunk(KeptAtOnce))
            await db.RegisterEntries.Where(row => some.Contains(row.NationalIdHash) && row.ImportedAt < stamp)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ImportedAt, stamp));
    }
}
