using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.Privacy;

/// <summary>Everything that a site keeps: every column of every table, and every file of its place, byte for byte.</summary>
public static class Kept
{
    /// <summary>Finds traces in all of it, each with where it was.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(TestSite site, Traces traces)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(site.Place.Folder, "*", SearchOption.AllDirectories))
            found.AddRange(traces.In(await BytesAsync(path)).Select(what => $"{Path.GetFileName(path)}: {what}"));
        var columns = await ColumnsAsync(site, (name, value) => found.AddRange(traces.InValue(value).Select(what => $"{name}: {what}")));
        Assert.True(columns > 20, $"Only {columns} columns were looked at.");
        return found;
    }

    // The site has SQLite's files open, and goes on writing; one that it has removed meanwhile is not kept.
    private static async Task<byte[]> BytesAsync(string path)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    // The tables are asked of the database, not of the model, so that none is forgotten.
    private static Task<int> ColumnsAsync(TestSite site, Action<string, object?> look) => site.LookAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = new List<string>();
        await ReadAsync(connection, Tables(site.Place.Kind), row => tables.Add(row.GetString(0)));
        var columns = new HashSet<string>();
        foreach (var table in tables)
        {
            await ReadAsync(connection, $"SELECT * FROM \"{table}\"", row =>
            {
                for (var at = 0; at < row.FieldCount; at++)
                {
                    var name = $"{table}.{row.GetName(at)}";
                    columns.Add(name);
                    look(name, row.GetValue(at));
                }
            });
        }

        return columns.Count;
    });

    private static async Task ReadAsync(DbConnection connection, string question, Action<DbDataReader> row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.Default);
        while (await rows.ReadAsync()) row(rows);
    }

    private static string Tables(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        DatabaseKind.Postgres => "SELECT table_name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')",
    };
}
