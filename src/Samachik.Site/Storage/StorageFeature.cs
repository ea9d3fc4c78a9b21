using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
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

    // Of migrating beside nodes that serve: two minutes in all.
    private const int MostTries = 240;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(400);

    private const int ProbeLength = 4096;

    // Two nodes and an operator's prompt fit PostgreSQL's own limit of 100.
    private const int ConnectionsPerNode = 40;

    // What sign-ins and sign-ups ask, again and again; plans are kept in each connection. Nothing is set in a session of
    // the database that the next one would have to be spared, so none is reset: that would throw the plans away.
    private const int PreparedStatements = 80;

    /// <summary>Adds the database of the settings and all that stands beside it.</summary>
    public static void AddStorage(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IInterceptor[] told = settings.Telemetry.Otlp is null ? [] : [new CommandSpans()];
        if (settings.Storage.Kind == StorageKind.Postgres)
        {
            var connection = PostgresConnectionString(settings);
            services.AddDbContextPool<MembersDb, PostgresMembersDb>(
                (provider, options) => options.UseNpgsql(connection).AddInterceptors([.. told, provider.GetRequiredService<FullDisk>()]));
        }
        else
        {
            var connection = SqliteConnectionString(settings);
            services.AddDbContextPool<MembersDb, SqliteMembersDb>(options => options.UseSqlite(connection).AddInterceptors(told));
        }

        services.AddSingleton(_ => KeyRing.Open(settings.Storage, settings.IsDevelopment));
        services.AddSingleton<FieldCipher>();
        services.AddScoped<FieldKeys>();
        services.AddScoped<ResealRows>();
        services.AddScoped<ResealCookieKeys>();
        services.AddSingleton<LookupHash>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<MemberData>();
        services.AddSingleton<HelpData>();
        services.AddSingleton<DataRequestData>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditKeys>();
        services.AddScoped<AuditTable>();
        services.AddScoped<TrailPages>();
        services.AddScoped<AuditCheck>();
        services.AddSingleton<TrailCopyCheck>();
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton<HashingGate>();
        services.AddSingleton<HugePages>();
        services.AddSingleton<PasswordHasher>();
        services.AddScoped<Counters>();
        services.AddScoped<MessageClaims>();
        services.AddSingleton<SendHistory>();
        services.AddScoped<SendTallies>();
        services.AddScoped<StoppedNumbers>();
        services.AddScoped<ReservedIds>();
        services.AddScoped<EndAccount>();
        services.AddScoped<RegisterTable>();
        services.AddScoped<RegisterWriter>();
        services.AddScoped<SignInCounters>();
        services.AddSingleton<LeaseHolder>();
        services.AddScoped<Leases>();
        services.AddScoped<FigureTallies>();
        services.AddScoped<CountHour>();
        services.AddHostedService<LeasesGivenBack>(); // before all workers, so that it stops after them
        services.AddSingleton<FullDisk>();
        services.AddSingleton<FollowClock>();
        services.AddHostedService(provider => provider.GetRequiredService<FollowClock>());
        services.AddSingleton<KeyWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyWatch>());
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<RollUp>();
        services.AddHostedService<AuditSealer>();
        services.AddSingleton<PublishedAgreements>();
        services.AddHostedService(provider => provider.GetRequiredService<PublishedAgreements>());

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
            if ((await database.GetPendingMigrationsAsync()).Any()) await MigrateBesideOthersAsync(database);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SettingsException(
                ["ConnectionStrings:Accounts: the database is not at this version, and this role may not change it; run 'samachik migrate' as the role that owns the tables."]);
        }
    }

    // A change that waits for a table makes all behind it wait, and of two that wait for one another the database breaks
    // off one, which may be a person's act: so it gives way after a moment, with all it has, and tries again.
    private static async Task MigrateBesideOthersAsync(DatabaseFacade database)
    {
        if (!database.IsNpgsql() || !await database.CanConnectAsync())
        {
            await database.MigrateAsync();
            return;
        }

        await database.OpenConnectionAsync();
        await database.ExecuteSqlAsync($"SET lock_timeout = '100ms'");
        for (var left = MostTries; ; left--)
        {
            try
            {
                await database.MigrateAsync();
                await database.ExecuteSqlAsync($"RESET lock_timeout"); // the connection goes back as it was: nothing else resets it
                await database.CloseConnectionAsync();
                return;
            }
            catch (Exception e) when (left > 0 && (e.GetBaseException() as PostgresException)?.SqlState
                is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await Task.Delay(BetweenTries);
            }
        }
    }

    /// <summary>
    /// Reads and checks what stands in the database before it is used; one that does not answer, or is not migrated yet,
    /// is left to the readiness check.
    /// </summary>
    public static async Task AtStartAsync(IServiceProvider services, Func<MembersDb, Task> work)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        try
        {
            if (!(await db.Database.GetPendingMigrationsAsync()).Any()) await work(db);
        }
        catch (Exception e) when (DatabaseFaults.IsOutage(e))
        {
            services.GetRequiredService<ILogger<MembersDb>>().LogWarning("The database does not answer yet.");
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

    /// <summary>Whether a file can be written beside SQLite's; PostgreSQL looks after its own disk.</summary>
    public static bool CanWrite(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Storage.Kind != StorageKind.Sqlite) return true;
        var folder = Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Storage.Connection).DataSource)) ?? ".";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.DeleteOnClose | FileOptions.WriteThrough,
            };
            using var file = new FileStream(Path.Combine(folder, $".ready-{Guid.NewGuid():N}"), options);
            file.Write(new byte[ProbeLength]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string SqliteConnectionString(SiteSettings settings)
    {
        var connection = Read(() => new SqliteConnectionStringBuilder(settings.Storage.Connection));
        if (!connection.ShouldSerialize("Default Timeout")) connection.DefaultTimeout = PatienceSeconds;
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
        if (!connection.ShouldSerialize("Max Auto Prepare")) connection.MaxAutoPrepare = PreparedStatements;
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
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
