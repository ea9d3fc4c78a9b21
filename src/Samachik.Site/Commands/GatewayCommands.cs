using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Commands;

/// <summary><c>gateway list</c>, <c>gateway off</c> and <c>gateway on</c>: the operator's switch of each SMS gateway.</summary>
public static class GatewayCommands
{
    private const string Name = "name";

    /// <summary>Lists them.</summary>
    public static Command List { get; } = new(
        "gateway list", "list the SMS gateways of the settings, and which are switched off",
        """
        samachik gateway list [--Key=value ...]

        Lists the gateways of Sms:Gateways in their order, with the switch of each and since when it stands so, and how
        many messages wait. Whether a gateway answers is told by /health/ready and the figure samachik_sms_gateway_up.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        ListAsync);

    /// <summary>Switches one off.</summary>
    public static Command Off { get; } = Switch(
        "gateway off", "give an SMS gateway no more messages", isOff: true,
        "Within two seconds no node gives it messages any more; what it took before is its own to deliver, and its receipts still count.");

    /// <summary>Switches one on.</summary>
    public static Command On { get; } = Switch(
        "gateway on", "give an SMS gateway messages again", isOff: false, "Within two seconds it gets messages again, in the order of Sms:Gateways.");

    private static Command Switch(string words, string summary, bool isOff, string tells) => new(
        words, summary,
        $"""
        samachik {words} --name GATEWAY [--Key=value ...]

        {tells} The switch stands in the database and holds for every node until it is turned back.

          --name GATEWAY   as it stands in Sms:Gateways.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        (services, options) => SwitchAsync(services, options[Name] ?? "", isOff))
    {
        Options = [Name],
        Fault = options => string.IsNullOrWhiteSpace(options[Name]) ? "--name wants the name of a gateway in Sms:Gateways." : null,
    };

    private static async Task<int> ListAsync(IServiceProvider services, CommandOptions options)
    {
        var (switches, waiting) = await StorageFeature.WithPatienceAsync(services, async (MembersDb db) => (
            await db.GatewaySwitches.AsNoTracking().ToListAsync(),
            await db.OutgoingMessages.CountAsync(row => row.State == MessageState.Waiting)));
        foreach (var gateway in services.GetRequiredService<SiteSettings>().Sms.Gateways)
        {
            var row = switches.SingleOrDefault(one => one.Name.Equals(gateway, StringComparison.OrdinalIgnoreCase));
            var since = row?.ChangedAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Console.WriteLine($"{gateway}: {(row is { IsOff: true } ? "off" : "on")}{(since is null ? "" : $" since {since}")}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Messages that wait: {waiting}"));
        return CommandLine.Succeeded;
    }

    private static async Task<int> SwitchAsync(IServiceProvider services, string typed, bool isOff)
    {
        var gateway = services.GetRequiredService<SiteSettings>().Sms.Gateways
            .FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase));
        if (gateway is null)
        {
            await Console.Error.WriteLineAsync("--name: no gateway of Sms:Gateways has this name; 'samachik gateway list' lists them.");
            return CommandLine.WrongUsage;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await StorageFeature.WithPatienceAsync<MembersDb>(services, db => GatewaySwitches.SwitchAsync(db, gateway, isOff, now));
        Console.WriteLine($"{gateway} is {(isOff ? "off" : "on")}.");
        return CommandLine.Succeeded;
    }
}
