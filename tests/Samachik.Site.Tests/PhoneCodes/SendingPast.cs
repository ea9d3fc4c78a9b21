using System.Net;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>What was sent before a test begins, put into the tallies as the site would have counted it.</summary>
internal static class SendingPast
{
    private static readonly TimeSpan Slot = SendTallies.Slot;

    /// <summary>Fourteen quiet days of the whole service: so many an hour, so many of them right.</summary>
    public static Task QuietAsync(TestSite site, int perHour = 100, int right = 80) => site.LookAsync(db =>
    {
        var all = KeyOf(site, TallyScope.All, IPAddress.Loopback, Person.New().Phone);
        for (var hour = 2; hour < 14 * 24; hour++)
            db.SendTallies.Add(Row(TallyScope.All, all, site.Clock.GetUtcNow() - TimeSpan.FromHours(hour), perHour, right));
        return db.SaveChangesAsync();
    });

    /// <summary>Codes of some minutes ago in one scope, of the network and number given.</summary>
    public static Task AddAsync(TestSite site, TallyScope scope, int sent, int right, string network = "127.0.0.1", string phone = "0812345678", int minutesAgo = 15) =>
        site.LookAsync(db =>
        {
            db.SendTallies.Add(Row(
                scope, KeyOf(site, scope, IPAddress.Parse(network), phone), site.Clock.GetUtcNow() - TimeSpan.FromMinutes(minutesAgo), sent, right));
            return db.SaveChangesAsync();
        });

    private static byte[] KeyOf(TestSite site, TallyScope scope, IPAddress network, string phone)
    {
        Assert.True(ThaiMobileNumber.TryParse(phone, out var number, out _), "Not a Thai mobile number.");
        using var services = site.Service<IServiceScopeFactory>().CreateScope();
        return services.ServiceProvider.GetRequiredService<SendTallies>().KeyOf(scope, site.Service<LookupHash>().Of(network), number);
    }

    private static SendTallyRow Row(TallyScope scope, byte[] key, DateTimeOffset at, int sent, int right) => new()
    {
        Scope = scope, Key = key, Slot = at - TimeSpan.FromTicks(at.UtcTicks % Slot.Ticks), Sent = sent, Verified = right,
    };
}
