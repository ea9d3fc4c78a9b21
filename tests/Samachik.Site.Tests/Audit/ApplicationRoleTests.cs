using Npgsql;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Audit;

/// <summary>
/// On PostgreSQL the site works as a role that does not own the tables: it does everything that people need, and can
/// only read and add to the trail.
/// </summary>
[Trait("Category", "Process")]
public sealed class ApplicationRoleTests : IAsyncDisposable
{
    private readonly TestPlace place = new(DatabaseKind.Postgres);
    private readonly string owner = $"owner_{Guid.NewGuid():N}", application = $"application_{Guid.NewGuid():N}";

    public ApplicationRoleTests()
    {
        place.OnDatabase($"CREATE ROLE {owner} LOGIN");
        place.OnDatabase($"CREATE ROLE {application} LOGIN");
        place.OnDatabase($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(place.Connection).Database} OWNER TO {owner}");
    }

    [Fact]
    public async Task As_the_application_a_sign_up_is_done_and_sealed_and_the_trail_cannot_be_rewritten()
    {
        // Twice: what was granted before is no bar.
        for (var i = 0; i < 2; i++)
        {
            var (code, said) = await MigrateAsync(application);
            Assert.True(code == 0, said);
            Assert.Contains($"The role {application} may do what the site needs", said, StringComparison.Ordinal);
        }

        await using var site = new TestSite(place, ("ConnectionStrings:Accounts", place.ConnectionAs(application)));
        var newcomer = await Newcomer.MemberAsync(site);
        await newcomer.Visitor.SubmitAndFollowAsync("/sign-out");
        await SealedTrail.SealAllAsync(site);
        await site.Hosted<Site.Storage.Housekeeping>()
            .TidyAsync(TestContext.Current.CancellationToken);
        Assert.Null((await SealedTrail.CheckAsync(site)).Finding);
        Assert.Empty(site.Log.Errors);

        foreach (var table in (string[])["audit_entries", "audit_seals"])
        {
            await DeniedAsync($"DELETE FROM {table}");
            await DeniedAsync($"TRUNCATE {table}");
            await DeniedAsync($"DROP TABLE {table}");
            await DeniedAsync($"ALTER TABLE {table} ADD COLUMN other int");
        }

        await DeniedAsync("UPDATE audit_entries SET detail = 'other'");
        await DeniedAsync("UPDATE audit_seals SET number = 2");
        await DeniedAsync(
            "INSERT INTO audit_entries (id, \"at\", act, actor, network, mac) SELECT id + 1000, \"at\", act, actor, network, mac FROM audit_entries");
        await DeniedAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('later', '1')");
        await DeniedAsync("SELECT setval(pg_get_serial_sequence('audit_entries', 'id'), 1)");
        await DeniedAsync("CREATE TABLE other (id int)");
    }

    // Right given by hand, or by an older version, does not outlive the next migrate.
    [Fact]
    public async Task What_the_role_had_beyond_its_need_is_taken_away()
    {
        Assert.Equal(0, (await MigrateAsync(application)).Code);
        place.OnDatabase($"GRANT ALL ON ALL TABLES IN SCHEMA public TO {application}");
        Assert.Equal(0, (await MigrateAsync(application)).Code);
        await DeniedAsync("DELETE FROM audit_entries");
    }

    [Fact]
    public async Task A_role_that_could_act_as_the_owner_or_is_not_there_is_refused()
    {
        await RefusedAsync(owner, "could act as the role that owns the tables");
        await RefusedAsync("nobody_of_this_name", "there is no such role");
        place.OnDatabase($"GRANT {owner} TO {application}");
        await RefusedAsync(application, "could act as the role that owns the tables");
        place.OnDatabase($"REVOKE {owner} FROM {application}");
        place.OnDatabase($"ALTER ROLE {application} SUPERUSER");
        await RefusedAsync(application, "could act as the role that owns the tables");
    }

    [Fact]
    public async Task A_site_on_a_database_of_an_older_version_says_who_has_to_bring_it_up()
    {
        await using var site = SiteProgram.Run(
            ["serve"], SiteProgram.FreePort(), "Development", ("Storage:Kind", "Postgres"),
            ("ConnectionStrings:Accounts", place.ConnectionAs(application)), ("Keys:Folder", place.KeysFolder));
        Assert.Equal(1, await site.EndAsync());
        Assert.Contains("run 'samachik migrate' as the role that owns the tables", site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", site.Output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        place.OnDatabase($"REASSIGN OWNED BY {owner} TO CURRENT_USER");
        place.OnDatabase($"DROP OWNED BY {owner}, {application}");
        place.OnDatabase($"DROP ROLE {owner}, {application}");
        await place.DisposeAsync();
    }

    private async Task RefusedAsync(string role, string why)
    {
        var (code, said) = await MigrateAsync(role);
        Assert.Equal(1, code);
        Assert.Contains($"Storage:ApplicationRole: {why}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private async Task DeniedAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(place.ConnectionAs(application));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        var denied = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
    }

    private async Task<(int Code, string Said)> MigrateAsync(string role)
    {
        await using var program = SiteProgram.Run(
            ["migrate"], SiteProgram.FreePort(), "Production", ("Office:PublicUrl", "https://member.example.go.th"),
            ("Storage:Kind", "Postgres"), ("ConnectionStrings:Accounts", place.ConnectionAs(owner)), ("Storage:ApplicationRole", role));
        return (await program.EndAsync(), program.Output);
    }
}
