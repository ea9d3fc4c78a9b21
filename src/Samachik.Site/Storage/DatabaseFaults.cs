using Microsoft.Data.Sqlite;
using Npgsql;

namespace Samachik.Site.Storage;

/// <summary>Tells a database that is gone for now from a programmer's mistake: the one is a 503, the other a 500.</summary>
public static class DatabaseFaults
{
    // SQLite result codes: busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database.
    private static readonly int[] SqliteOutages = [5, 6, 8, 10, 11, 13, 14, 26];

    // PostgreSQL classes: connection, refused sign-in, no such database, resources, operator intervention, system
    // error; 25006: a standby took over; 42P01: not migrated yet; 40P01: broken off for another that waited, such as migrate.
    private static readonly string[] PostgresOutages = ["08", "28", "3D", "53", "57", "58", "25006", "42P01", "40P01"];

    /// <summary>Whether the database could not be used, at any depth of the exception.</summary>
    public static bool IsOutage(Exception? e) => e switch
    {
        null => false,
        PostgresException p => PostgresOutages.Any(state => p.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException => true,
        SqliteException s => SqliteOutages.Contains(s.SqliteErrorCode)
            || s.Message.Contains("no such table", StringComparison.Ordinal),
        _ => IsOutage(e.InnerException),
    };
}
