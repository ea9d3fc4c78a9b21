using Microsoft.EntityFrameworkCore;
using Samachik.Site.Commands;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Keys;

/// <summary>Runs <c>keys rotate</c> from one node, while the clock that all nodes share goes on.</summary>
public static class Rotation
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>One run to its end.</summary>
    public static async Task<RotationReport> RunAsync(
        TestSite site, bool isPreparing = false, bool wantsNewKey = false, Action<long, long>? progress = null, List<string>? told = null)
    {
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var run = scope.ServiceProvider.GetRequiredService<RotateKeys>()
            .RunAsync(isPreparing, wantsNewKey, line => told?.Add(line), progress ?? ((_, _) => { }), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            async () =>
            {
                // No faster than the database answers: nodes that look there must keep in step on a busy machine too.
                if (!run.IsCompleted) await site.LookAsync(db => db.Nodes.CountAsync());
                site.Clock.Advance(Tick);
                return run.IsCompleted;
            },
            "the end of the rotation");
        return await run;
    }

    /// <summary>How many values of each encrypted column a key encrypted, or another than it; columns without any are left out.</summary>
    public static async Task<Dictionary<string, int>> CountAsync(TestSite site, ushort key, bool isBy)
    {
        var head = FieldCipher.HeadOf(key);
        var counts = new Dictionary<string, int>();
        foreach (var table in await site.LookAsync(db => Task.FromResult(SealedTable.In(db.Model))))
        {
            foreach (var column in table.Columns)
            {
                var values = await site.Place.AskAsync(
                    $"SELECT \"{column}\" FROM \"{table.Name}\" WHERE \"{column}\" IS NOT NULL", row => (byte[])row.GetValue(0));
                var count = values.Count(value => value.AsSpan().StartsWith(head) == isBy);
                if (count > 0) counts[$"{table.Name}.{column}"] = count;
            }
        }

        var cookies = (await CookieKeysAsync(site)).Count(value => value.AsSpan().StartsWith(head) == isBy);
        if (cookies > 0) counts["data_protection_keys.xml"] = cookies;
        return counts;
    }

    /// <summary>The framework's keys as they are stored.</summary>
    public static async Task<List<byte[]>> CookieKeysAsync(TestSite site) =>
    [
        .. from row in await site.LookAsync(db => db.DataProtectionKeys.AsNoTracking().ToListAsync())
           from element in System.Xml.Linq.XElement.Parse(row.Xml ?? "").Descendants("samachikKey")
           select Convert.FromBase64String(element.Value),
    ];

    /// <summary>The clock goes on until a node writes with a key.</summary>
    public static Task WritesAsync(TestSite site, ushort key) => Eventually.TrueAsync(
        () =>
        {
            site.Clock.Advance(Tick);
            return Task.FromResult(site.Service<KeyRing>().CurrentField == key);
        },
        $"a node that writes with {KeyRing.FileOf(key)}");
}
