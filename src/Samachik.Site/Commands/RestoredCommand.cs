using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Commands;

/// <summary><c>restored</c>: ends what a restored back-up brought back to life.</summary>
public static class RestoredCommand
{
    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "restored", "after a back-up was restored: end what came back to life with it, before any node serves",
        """
        samachik restored [--Key=value ...]

        Run it on a restored database, before any node serves it. It ends what opens something or would happen by itself,
        for that may have been used, ended or called off in the time that is lost: sessions of members and of the staff,
        remembered browsers, codes, sign-ups, sign-ins and recoveries under way, recoveries and changes of phone that
        wait, proposals that wait for a second officer with their codes, proposed versions of agreements, invitations to
        the staff, and SMS and e-mails that were not sent. Accounts that were about to be closed get their whole time
        to be taken back. It needs the keys of the site, leaves an entry in the trail, and may be run again.

        It cannot know what is lost: passwords, phones and staff accounts are as they were. It lists the staff.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        RunAsync);

    private static async Task<int> RunAsync(IServiceProvider services, CommandOptions options)
    {
        if (await StorageFeature.WithPatienceAsync(services, async (MembersDb db) => (await db.Database.GetPendingMigrationsAsync()).Any()))
            return await FailAsync("The database is not at this version; run 'samachik migrate' first.");
        await StorageFeature.AtStartAsync(services, db => KeyCheck.RequireAsync(db, services.GetRequiredService<KeyRing>()));
        if ((await StorageFeature.WithPatienceAsync(services, (FieldKeys keys) => keys.TakeUpAsync())).Needed is { Count: > 0 } missing)
            return await FailAsync(string.Join('\n', missing.Select(KeyWatch.NotHere)));
        if (await StorageFeature.WithPatienceAsync(services, (EndRevived end) => end.EndAsync()) is not { } ended)
            return await FailAsync("A node changed the same rows. Stop every node, and run this again.");
        foreach (var (_, what, count) in ended) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9}  {what}"));
        await ListStaffAsync(services);
        await WarnOfNodesAsync(services);
        return CommandLine.Succeeded;
    }

    private static async Task ListStaffAsync(IServiceProvider services)
    {
        var staff = await StorageFeature.WithPatienceAsync(services, (MembersDb db) => db.Officers.AsNoTracking()
            .Where(row => row.EndedAt == null).OrderBy(row => row.Number).Select(row => new { row.Number, row.Role }).ToListAsync());
        if (staff.Count == 0) return;
        Console.WriteLine("Staff accounts that can sign in; end those that were ended in the time that is lost ('samachik officer end'):");
        foreach (var one in staff) Console.WriteLine($"           {(OfficerNumber.TryParse(one.Number, out var number) ? number.Grouped : one.Number)} {one.Role}");
    }

    // Of a database restored to less than a minute ago these may be nodes of then.
    private static async Task WarnOfNodesAsync(IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var names = await StorageFeature.WithPatienceAsync(services, (MembersDb db) =>
            db.Nodes.AsNoTracking().Where(row => row.Until > now).Select(row => row.Name).Distinct().ToListAsync());
        if (names.Count > 0)
            await Console.Error.WriteLineAsync($"Nodes that told lately that they serve: {string.Join(", ", names)}. If one serves this database, stop it and run this again.");
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return CommandLine.Failed;
    }
}
