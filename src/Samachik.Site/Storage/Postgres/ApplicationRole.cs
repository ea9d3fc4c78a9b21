using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage.Postgres;

/// <summary>
/// What the site's own role may do when another role owns the tables: all it needs, but of the trail only read and add.
/// Whoever takes the site over cannot rewrite what was recorded of it.
/// </summary>
internal static class ApplicationRole
{
    private const string History = "\"__EFMigrationsHistory\"";

    private static readonly Type[] Trail = [typeof(AuditEntryRow), typeof(AuditSealRow)];

    /// <summary>Grants the role of the settings what it needs, and takes away what it had beyond that.</summary>
    /// <exception cref="SettingsException">There is no such role, or it could act as the owner of the tables.</exception>
    public static async Task GrantAsync(MembersDb db, string role)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await ActsAsOwnerAsync(db, role) is not { } actsAsOwner) throw Fault("there is no such role; make it first (docs/operating.md)");
        if (actsAsOwner) throw Fault("could act as the role that owns the tables; name another, without its rights and not a superuser");
        await db.Database.ExecuteSqlRawAsync(string.Join(";\n", Grants(db.Model, role)));
        await transaction.CommitAsync();
    }

    private static IEnumerable<string> Grants(IModel model, string role)
    {
        yield return $"GRANT USAGE ON SCHEMA public TO \"{role}\"";
        yield return $"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM \"{role}\"";
        yield return $"GRANT SELECT ON {History} TO \"{role}\"";
        foreach (var table in model.GetEntityTypes())
        {
            // The place in the trail is drawn by the database: not even an addition may choose it.
            var rights = Trail.Contains(table.ClrType) ? $"SELECT, INSERT ({Chosen(table)})" : "SELECT, INSERT, UPDATE, DELETE";
            yield return $"GRANT {rights} ON \"{table.GetTableName()}\" TO \"{role}\"";
        }
    }

    private static string Chosen(IEntityType table) => string.Join(
        ", ", table.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).Select(property => $"\"{property.GetColumnName()}\""));

    // Null when there is no such role.
    private static async Task<bool?> ActsAsOwnerAsync(MembersDb db, string role) => (await db.Database.SqlQuery<bool?>(
        $"""
        SELECT pg_has_role(rolname, tableowner, 'MEMBER') AS "Value" FROM pg_roles, pg_tables
        WHERE rolname = {role} AND schemaname = 'public' AND tablename = 'audit_entries'
        """).ToListAsync()).SingleOrDefault();

    private static SettingsException Fault(string why) => new([$"Storage:ApplicationRole: {why}."]);
}
