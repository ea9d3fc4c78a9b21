using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Storage;

/// <summary>Migrating leaves nothing behind in the connections that people's acts use afterwards.</summary>
public sealed class MigrateTests
{
    private const int AtOnce = 8;

    // Connections are not reset between uses: one that gave way after a moment would break off acts that only wait.
    [Fact]
    public async Task A_site_that_migrated_waits_for_locks_as_any_other()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var site = new TestSite(place);
        await site.NewVisitor().GetAsync("/");
        var (scopes, waits) = (new List<AsyncServiceScope>(), new List<string>());
        for (var i = 0; i < AtOnce; i++)
        {
            scopes.Add(site.Service<IServiceScopeFactory>().CreateAsyncScope());
            var database = scopes[^1].ServiceProvider.GetRequiredService<MembersDb>().Database;
            await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            waits.Add(await database.SqlQuery<string>($"""SELECT current_setting('lock_timeout') AS "Value" """).SingleAsync(TestContext.Current.CancellationToken));
        }

        foreach (var scope in scopes) await scope.DisposeAsync();
        Assert.Equal(Enumerable.Repeat("0", AtOnce), waits);
    }
}
