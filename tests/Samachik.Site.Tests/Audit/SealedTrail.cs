using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Audit;

/// <summary>What tests do to a trail: seal it, check it, and change it as somebody at the database's prompt would.</summary>
public static class SealedTrail
{
    /// <summary>The sealing node's worker.</summary>
    public static AuditSealer Sealer(TestSite site) => site.Hosted<AuditSealer>();

    /// <summary>One round later: the clock moves on, and the worker seals.</summary>
    public static Task<bool> RoundAsync(TestSite site)
    {
        site.Clock.Advance(AuditSealer.Every);
        return Sealer(site).SealAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets rounds go by until every entry is sealed.</summary>
    public static Task SealAllAsync(TestSite site) => Eventually.TrueAsync(
        async () =>
        {
            await RoundAsync(site);
            return await UnsealedAsync(site) == 0;
        },
        "the sealing");

    /// <summary>How many entries are not sealed yet.</summary>
    public static Task<long> UnsealedAsync(TestSite site) => site.LookAsync(async db =>
    {
        var last = await db.AuditSeals.MaxAsync(row => (long?)row.LastEntry) ?? 0;
        return await db.AuditEntries.LongCountAsync(row => row.Id > last);
    });

    /// <summary>Checks the trail.</summary>
    public static Task<AuditReport> CheckAsync(TestSite site, AuditAnchor? anchor = null) => site.LookAsync(db => CheckAsync(site, db, anchor));

    /// <summary>Checks the trail as it would be after some statements, which are then rolled back.</summary>
    public static Task<AuditReport> CheckAfterAsync(TestSite site, AuditAnchor? anchor, params string[] statements) => site.LookAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var statement in statements) Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(statement));
        return await CheckAsync(site, db, anchor);
    });

    /// <summary>The ids that all seals hold together, in the order of the seals.</summary>
    public static Task<List<long>> SealedIdsAsync(TestSite site) => site.LookAsync(async db => (await db.AuditSeals.AsNoTracking()
        .OrderBy(row => row.Number).Select(row => row.Chain).ToListAsync())
        .SelectMany(chain => chain.Chunk(40).Select(step => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(step))).ToList());

    /// <summary>Every entry there is stands in one seal, in its order.</summary>
    public static async Task AllSealedOnceAsync(TestSite site)
    {
        var ids = await site.LookAsync(db => db.AuditEntries.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
        Assert.Equal(ids, await SealedIdsAsync(site));
        Assert.Null((await CheckAsync(site)).Finding);
    }

    /// <summary>Uses up an id, as a transaction does that was rolled back.</summary>
    public static Task<int> SkipIdAsync(TestSite site) => site.LookAsync(db => db.Database.ExecuteSqlRawAsync(site.Place.Kind switch
    {
        DatabaseKind.Sqlite => "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'audit_entries'",
        DatabaseKind.Postgres => "SELECT nextval(pg_get_serial_sequence('audit_entries', 'id'))",
    }));

    /// <summary>Writes so many entries in one save.</summary>
    public static Task<bool> WriteAsync(TestSite site, int count) => site.LookAsync(async db =>
    {
        for (var i = 0; i < count; i++) Add(site, db);
        Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
        return true;
    });

    /// <summary>Copies the first entry as another act, under an id, as somebody without the key would.</summary>
    public static Task<int> ForgeAsync(TestSite site, long id) => site.LookAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO audit_entries (id, "at", act, actor, network, mac)
        SELECT {id}, "at", 'PasswordChanged', actor, network, mac FROM audit_entries WHERE id = 1
        """));

    /// <summary>Adds one to what is to be saved.</summary>
    public static void Add(TestSite site, MembersDb db) => site.Service<AuditTrail>().Add(
        db, AuditAct.SignInFailed, null, RandomNumberGenerator.GetBytes(32), site.Clock.GetUtcNow(), AuditActor.Stranger);

    private static Task<AuditReport> CheckAsync(TestSite site, MembersDb db, AuditAnchor? anchor) =>
        new AuditCheck(new AuditTable(db), site.Service<AuditKeys>()).RunAsync(anchor, _ => { }, TestContext.Current.CancellationToken);
}
