using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Tests;

/// <summary>An empty database at this version, made once in a run and copied for every place that asks: migrating takes longer than most tests.</summary>
internal static class ReadyDatabase
{
    private static readonly Lazy<string> SqliteFile = new(MakeFile);
    private static readonly Lazy<string> PostgresName = new(MakeDatabase);

    /// <summary>Copies SQLite's file.</summary>
    public static void CopyTo(string file) => File.Copy(SqliteFile.Value, file);

    /// <summary>The database on the server that others are made after.</summary>
    public static string Template => PostgresName.Value;

    private static string MakeFile()
    {
        var folder = Directory.CreateTempSubdirectory("samachik-ready-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "samachik.db");
        using var db = new SqliteMembersDb(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        db.Database.Migrate();
        return file;
    }

    private static string MakeDatabase()
    {
        var name = $"samachik_ready_{Guid.NewGuid():N}";
        TestPlace.OnServer($"CREATE DATABASE {name} TEMPLATE template0");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestPlace.OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        var connection = new NpgsqlConnectionStringBuilder(TestPlace.Server()) { Database = name, Pooling = false }.ConnectionString;
        using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(connection).Options);
        db.Database.Migrate();
        return name;
    }
}
