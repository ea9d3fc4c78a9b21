using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Postgres;

namespace Samachik.Site.Commands;

/// <summary><c>migrate</c>: brings the database to this version.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "migrate", "bring the database to this version; safe to repeat, and beside running older nodes",
        """
        samachik migrate [--Key=value ...]

        Brings the database to this version, and makes it if it is not there and the account may. Does nothing when all
        is done. With Storage:ApplicationRole it is run as the role that owns the tables, and grants the named role what
        the site needs: of the trail only to read and to add.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        RunAsync);

    private static async Task<int> RunAsync(IServiceProvider services, CommandOptions options)
    {
        await StorageFeature.MigrateAsync(services);
        Console.WriteLine("The database is at this version.");
        if (services.GetRequiredService<SiteSettings>().Storage.ApplicationRole is not { } role) return CommandLine.Succeeded;
        await StorageFeature.WithPatienceAsync<MembersDb>(services, db => ApplicationRole.GrantAsync(db, role));
        Console.WriteLine($"The role {role} may do what the site needs; of the trail it may only read and add.");
        return CommandLine.Succeeded;
    }
}
