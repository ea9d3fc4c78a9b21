using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Samachik.Site.Tests;

/// <summary>The databases that the site stands on; the same tests run on each.</summary>
public enum DatabaseKind
{
    /// <summary>A file of its own for every place.</summary>
    Sqlite,

    /// <summary>A database of its own on the server of <c>SAMACHIK_TEST_POSTGRES</c>; tests skip without it.</summary>
    Postgres,
}

/// <summary>A database and a folder of keys that outlive a site: two sites on one place are two nodes, or a restart.</summary>
public sealed class TestPlace : IAsyncDisposable
{
    private const string ServerVariable = "SAMACHIK_TEST_POSTGRES";

    // The server's connections are shared by all sites of a test run.
    private const int MostConnections = 12;

    private readonly string database = $"samachik_test_{Guid.NewGuid():N}";
    private readonly string? ownServer;

    /// <summary>Makes a place on a server of the test's own, which takes the database along when it goes.</summary>
    public TestPlace(string server)
    {
        (Kind, ownServer) = (DatabaseKind.Postgres, server);
        OnServer($"CREATE DATABASE {database} TEMPLATE template0", server);
        Folder = Directory.CreateTempSubdirectory("samachik-").FullName;
    }

    /// <summary>Makes a place on SQLite in a folder that is there, and is emptied with it.</summary>
    public TestPlace(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Folder = folder.CreateSubdirectory("samachik").FullName;
    }

    /// <summary>Makes the place, with nothing in its database or all tables in it; skips the test when its database has no server here.</summary>
    public TestPlace(DatabaseKind kind, bool hasTables = false)
    {
        Kind = kind;
        if (kind == DatabaseKind.Postgres) OnServer($"CREATE DATABASE {database} TEMPLATE {(hasTables ? ReadyDatabase.Template : "template0")}");
        Folder = Directory.CreateTempSubdirectory("samachik-").FullName;
        if (kind == DatabaseKind.Sqlite && hasTables) ReadyDatabase.CopyTo(SqliteFile);
    }

    /// <summary>Which database.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>A folder of its own: SQLite's file, the keys, and whatever a test puts there.</summary>
    public string Folder { get; }

    /// <summary>SQLite's file; on PostgreSQL there is none.</summary>
    public string SqliteFile => Path.Combine(Folder, "samachik.db");

    /// <summary>The folder of keys.</summary>
    public string KeysFolder => Path.Combine(Folder, "keys");

    /// <summary>Where Development drops e-mails.</summary>
    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>The site's connection string.</summary>
    public string Connection => Kind switch
    {
        DatabaseKind.Sqlite => $"Data Source={SqliteFile}",
        DatabaseKind.Postgres => new NpgsqlConnectionStringBuilder(ownServer ?? Server())
        {
            Database = database, MaxPoolSize = MostConnections, Timeout = 30, CommandTimeout = 30, ConnectionIdleLifetime = 10,
        }.ConnectionString,
    };

    /// <summary>The same for a site of a test, whose pages may take their time: SQLite has one writer, and a busy machine keeps it long.</summary>
    public string PatientConnection => Kind == DatabaseKind.Sqlite ? $"{Connection};Default Timeout=30" : Connection;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres && ownServer is null) OnServer($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        else if (Kind == DatabaseKind.Sqlite) SqliteConnection.ClearPool(new SqliteConnection(Connection));
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The connection string of another role; PostgreSQL only.</summary>
    public string ConnectionAs(string role) => new NpgsqlConnectionStringBuilder(Connection) { Username = role }.ConnectionString;

    /// <summary>A statement in this place's database, as who may do everything there: on PostgreSQL the server's superuser.</summary>
    public void OnDatabase(string statement)
    {
        using var connection = Open();
        Run(connection, statement);
    }

    /// <summary>The answer to a question to this place's database, row by row, past the site.</summary>
    public async Task<List<T>> AskAsync<T>(string question, Func<DbDataReader, T> read)
    {
        await using var connection = Open();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The server of these tests; without one the test is skipped.</summary>
    internal static string Server()
    {
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{ServerVariable} names no PostgreSQL server.");
        return server;
    }

    private DbConnection Open() => Kind switch
    {
        DatabaseKind.Sqlite => new SqliteConnection(Connection),
        DatabaseKind.Postgres => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString),
    };

    /// <summary>A statement on the server, outside of any place.</summary>
    internal static void OnServer(string statement, string? server = null)
    {
        // A database goes with a checkpoint: on a slow disk that takes its time.
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server ?? Server()) { Pooling = false, Timeout = 60, CommandTimeout = 120 }.ConnectionString);
        Run(connection, statement);
    }

    private static void Run(DbConnection connection, string statement)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
