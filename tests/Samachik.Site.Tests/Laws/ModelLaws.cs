using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Storage.Postgres.Model;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Tests.Laws;

/// <summary>One model, two databases, and migrations that lead to it on both.</summary>
public sealed class ModelLaws
{
    [Fact]
    public void The_SQLite_migrations_lead_to_the_model()
    {
        using var db = Sqlite();
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: add a migration for SQLite.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Fact]
    public void The_PostgreSQL_migrations_lead_to_the_model()
    {
        using var db = Postgres();
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: add a migration for PostgreSQL.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Fact]
    public void The_compiled_model_is_the_one_that_the_code_makes()
    {
        using var db = Postgres();
        Assert.IsType<PostgresMembersDbModel>(db.Model);
        Assert.Equal(WordsOf(db.GetService<IDesignTimeModel>().Model), WordsOf(db.Model));
    }

    [Fact]
    public void Both_databases_have_the_same_migrations_by_name()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();
        Assert.Equal(NamesOf(sqlite), NamesOf(postgres));
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();
        Assert.Equal(ColumnsOf(sqlite), ColumnsOf(postgres));
    }

    [Fact]
    public void Columns_and_tables_are_named_in_snake_case()
    {
        using var db = Sqlite();
        Law.Holds(ColumnsOf(db).Where(name => name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('_' or '.' or '?'))));
    }

    [Fact]
    public void Times_are_kept_in_one_form()
    {
        using var db = Postgres();
        Law.Holds(
            from table in db.Model.GetEntityTypes()
            from column in table.GetProperties()
            where (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) is { } type
                && (type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeSpan)
                    || type == typeof(DateTimeOffset) && column.GetColumnType() != "bigint")
            select $"{table.GetTableName()}.{column.GetColumnName()} is {column.GetColumnType()}");
    }

    // All that a question or a save goes by.
    private static List<string> WordsOf(IModel model) =>
    [
        .. model.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(type => (IEnumerable<string>)
        [
            $"{type.Name}: {type.GetTableName()}",
            .. type.GetProperties().Select(column =>
                $"  {column.Name}: {column.GetColumnName()} {column.GetColumnType()} {column.ClrType} {column.IsNullable} {column.GetMaxLength()} {column.IsConcurrencyToken} "
                + $"{column.ValueGenerated} {column.GetBeforeSaveBehavior()} {column.GetAfterSaveBehavior()} {column.GetTypeMapping().Converter?.GetType()}"),
            .. type.GetKeys().Select(key => $"  key {string.Join(", ", key.Properties.Select(column => column.Name))}"),
            .. type.GetForeignKeys().Select(link =>
                $"  {string.Join(", ", link.Properties.Select(column => column.Name))} of {link.PrincipalEntityType.Name}: {link.DeleteBehavior} {link.IsUnique} {link.IsRequired}"),
            .. type.GetIndexes().Select(index => $"  index {string.Join(", ", index.Properties.Select(column => column.Name))} {index.IsUnique}"),
        ]),
    ];

    private static List<string> NamesOf(MembersDb db) => [.. db.Database.GetMigrations().Select(id => id.Split('_', 2)[1])];

    private static List<string> ColumnsOf(MembersDb db) =>
    [
        .. from table in db.Model.GetEntityTypes()
           from column in table.GetProperties()
           orderby table.GetTableName(), column.GetColumnName()
           select $"{table.GetTableName()}.{column.GetColumnName()}{(column.IsNullable ? "?" : "")}",
    ];

    private static SqliteMembersDb Sqlite() =>
        new(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);

    private static PostgresMembersDb Postgres() =>
        new(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql("Host=nowhere").Options);
}
