using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>A site with gateways that do what a test tells them, and messages saved as an act saves them.</summary>
internal static class Sending
{
    /// <summary>A site whose gateways are these, in this order.</summary>
    public static TestSite SiteWith(DatabaseKind kind, params RecordingGateway[] gateways) => SiteWith(kind, [], gateways);

    /// <summary>The same with settings.</summary>
    public static TestSite SiteWith(DatabaseKind kind, (string Key, string Value)[] settings, params RecordingGateway[] gateways) =>
        new(kind, [Named(gateways), .. settings]) { Gateway = gateways[0], Services = services => AddFurther(services, gateways) };

    /// <summary>A node on a place that others share.</summary>
    public static TestSite NodeOn(TestPlace place, params RecordingGateway[] gateways) =>
        new(place, Named(gateways)) { Gateway = gateways[0], Services = services => AddFurther(services, gateways) };

    /// <summary>Saves messages in one save, changed first if a test says how, and wakes the worker; their ids.</summary>
    public static async Task<IReadOnlyList<Guid>> SaveAsync(
        TestSite site, int count = 1, TimeSpan? life = null, string? avoid = null, bool wakes = true, Action<OutgoingMessageRow>? change = null)
    {
        var queue = site.Service<MessageQueue>();
        var now = site.Clock.GetUtcNow();
        var ids = await site.LookAsync(async db =>
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(ThaiMobileNumber.TryParse($"08{Random.Shared.Next(10_000_000, 99_999_999)}", out var to, out _));
                queue.Add(db, MessageKind.Code, to, "รหัส 123456", null, null, now, now + (life ?? TimeSpan.FromMinutes(5)), avoid);
            }

            List<OutgoingMessageRow> added = [.. db.ChangeTracker.Entries<OutgoingMessageRow>().Select(entry => entry.Entity)];
            if (change is not null) added.ForEach(change);
            await db.SaveChangesAsync();
            return added.ConvertAll(row => row.Id);
        });
        if (wakes) queue.Wake();
        return ids;
    }

    /// <summary>A message as it stands.</summary>
    public static Task<OutgoingMessageRow> RowAsync(TestSite site, Guid id) =>
        site.LookAsync(db => db.OutgoingMessages.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>Waits until a message stands so, and the hand-over is on record.</summary>
    public static Task<OutgoingMessageRow> UntilAsync(TestSite site, Guid id, MessageState state, int attempts = 1) => Eventually.GetAsync(
        async () => await RowAsync(site, id) is var row && row.State == state && row.Attempts >= attempts ? row : null, $"the message to be {state}");

    /// <summary>Switches a gateway as the operator does, and waits until this node has seen it.</summary>
    public static async Task SwitchAsync(TestSite site, string gateway, bool isOff)
    {
        await site.LookAsync(async db =>
        {
            await GatewaySwitches.SwitchAsync(db, gateway, isOff, site.Clock.GetUtcNow());
            return true;
        });
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await PassAsync(site, () => Task.FromResult(site.Service<GatewaySwitches>().IsOff(gateway) == isOff), $"the switch of {gateway} to be seen");
    }

    /// <summary>Lets time pass second by second until it is so: the worker looks again as it does in life.</summary>
    public static Task PassAsync(TestSite site, Func<Task<bool>> until, string what) => Eventually.TrueAsync(
        async () =>
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            return await until();
        },
        what);

    private static (string, string) Named(RecordingGateway[] gateways) => ("Sms:Gateways", string.Join(',', gateways.Select(gateway => gateway.Name)));

    private static void AddFurther(IServiceCollection services, RecordingGateway[] gateways)
    {
        foreach (var gateway in gateways.Skip(1)) services.AddKeyedSingleton<ISmsGateway>(SmsFeature.KeyOf(gateway.Name), gateway);
    }
}
