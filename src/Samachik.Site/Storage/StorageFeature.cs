using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Storage;

/// <summary>The database, the keys and the password hashes.</summary>
public static class StorageFeature
{
    // A page that says 503 within five seconds needs a database that answers or fails sooner. When a command times
    // out, the driver knocks twice more to drop it, each time as long as for a new connection.
    private const int PatienceSeconds = 2;
    private const int ConnectSeconds = 1;

    // A server that does not answer the question will not answer a wish to drop it either.
    private const int NeverAskToCancel = -1;

    private static readonly TimeSpan CommandPatience = TimeSpan.FromMinutes(30);

    // Two nodes and an operator's prompt fit PostgreSQL's own limit of 100.
    private const int ConnectionsPerNode = 40;

    /// <summary>Adds the database of the settings and all that stands beside it.</summary>
    public static void AddStorage(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Storage.Kind == StorageKind.Postgres)
        {
            var connection = PostgresConnectionString(settings);
            services.AddDbContextPool<MembersDb, PostgresMembersDb>(options => options.UseNpgsql(connection));
        }
        else
        {
            var connection = SqliteConnectionString(settings);
            services.AddDbContextPool<MembersDb, SqliteMembersDb>(options => options.UseSqlite(connection));
        }

        services.AddSingleton(_ => KeyRing.Open(settings.Storage, settings.IsDevelopment));
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<LookupHash>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<MemberData>();
        services.AddSingleton<HelpData>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditKeys>();
        services.AddScoped<AuditTable>();
        services.AddScoped<AuditCheck>();
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton<HashingGate>();
        services.AddSingleton<PasswordHasher>();
        services.AddScoped<Counters>();
        services.AddScoped<SignInCounters>();
        services.AddSingleton<LeaseHolder>();
        services.AddScoped<Leases>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<AuditSealer>();

        services.AddDataProtection().SetApplicationName("samachik").PersistKeysToDbContext<MembersDb>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlEncryptor = new KeyRingXmlEncryptor(provider.GetRequiredService<FieldCipher>())));
    }

    /// <summary>Brings the database to this version; does nothing when it is there, so that then any role may ask.</summary>
    /// <exception cref="SettingsException">It is not there, and the role of the connection string may not change the tables.</exception>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MembersDb>().Database;
        database.SetCommandTimeout(CommandPatience);
        try
        {
            if ((await database.GetPendingMigrationsAsync()).Any()) await database.MigrateAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SettingsException(
                ["ConnectionStrings:Accounts: the database is not at this version, and this role may not change it; run 'samachik migrate' as the role that owns the tables."]);
        }
    }

    /// <summary>Works on the database with an operator's patience, not that of a page.</summary>
    public static Task WithPatienceAsync<TService>(IServiceProvider services, Func<TService, Task> work)
        where TService : notnull => WithPatienceAsync(services, async (TService service) =>
        {
            await work(service);
            return true;
        });

    /// <summary>Works on the database with an operator's patience, and gives what comes of it.</summary>
    public static async Task<T> WithPatienceAsync<T, TService>(IServiceProvider services, Func<TService, Task<T>> work)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<MembersDb>().Database.SetCommandTimeout(CommandPatience);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static string SqliteConnectionString(SiteSettings settings)
    {
        var connection = Read(() => new SqliteConnectionStringBuilder(settings.Storage.Connection) { DefaultTimeout = PatienceSeconds });
        if (Path.GetDirectoryName(connection.DataSource) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        return connection.ConnectionString;
    }

    private static string PostgresConnectionString(SiteSettings settings)
    {
        var connection = Read(() => new NpgsqlConnectionStringBuilder(settings.Storage.Connection) { IncludeErrorDetail = false });
        if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = ConnectionsPerNode;
        if (!connection.ShouldSerialize("Timeout")) connection.Timeout = ConnectSeconds;
        if (!connection.ShouldSerialize("Command Timeout")) connection.CommandTimeout = PatienceSeconds;
        if (!connection.ShouldSerialize("Cancellation Timeout")) connection.CancellationTimeout = NeverAskToCancel;
        return connection.ConnectionString;
    }

    private static T Read<T>(Func<T> connection)
    {
        try
        {
            return connection();
        }
        catch (ArgumentException)
        {
            throw new SettingsException(["ConnectionStrings:Accounts: is no connection string for the database of Storage:Kind."]);
        }
    }
}
