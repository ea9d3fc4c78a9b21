using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Keys;

/// <summary>
/// Rows of every table that has encrypted columns, made from the model, so that a column that is added later is in them
/// too: each encrypted column holds its own place as text.
/// </summary>
public static class SealedRows
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Here an encrypted value that may be missing does not stand alone.
    private static readonly string[] Whole = ["data_requests"];

    // Nothing of it is due, or has had its time, while a test runs.
    private static readonly DateTimeOffset At = TestSite.Start.AddDays(10);

    /// <summary>Adds rows of every such table, or of one.</summary>
    public static Task AddAsync(TestSite site, string? table = null, int count = 1) => site.LookAsync(async db =>
    {
        var sealedTables = SealedTable.In(db.Model);
        var wanted = db.Model.GetEntityTypes().Where(type => sealedTables.Any(one => one.Name == type.GetTableName() && (table is null || one.Name == table)));
        for (var i = 0; i < count; i++)
        {
            var ids = new Dictionary<IEntityType, Guid>();
            foreach (var type in wanted) Add(db, type, ids, site.Service<FieldCipher>());
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Every encrypted value of those rows, opened: all must be what was written.</summary>
    public static async Task AssertReadableAsync(TestSite site, string? table = null)
    {
        var cipher = site.Service<FieldCipher>();
        foreach (var one in (await site.LookAsync(db => Task.FromResult(SealedTable.In(db.Model)))).Where(one => table is null || one.Name == table))
        {
            foreach (var column in one.Columns)
            {
                var values = await site.Place.AskAsync(
                    $"SELECT \"{one.Key}\", \"{column}\" FROM \"{one.Name}\" WHERE \"{column}\" IS NOT NULL", row => (Id: row.GetGuid(0), Value: (byte[])row.GetValue(1)));
                Assert.True(values.Count > 0, $"{one.Name}.{column} holds nothing.");
                Assert.All(values, value => Assert.Equal(one.PlaceOf(column), cipher.Open(value.Value, one.PlaceOf(column), value.Id)));
            }
        }
    }

    private static Guid Add(DbContext db, IEntityType type, Dictionary<IEntityType, Guid> ids, FieldCipher cipher)
    {
        if (ids.TryGetValue(type, out var known)) return known;
        var id = ids[type] = Guid.NewGuid();
        var values = type.GetProperties().ToDictionary(property => property, property => ValueOf(db, property, ids, cipher));
        var key = type.FindPrimaryKey()?.Properties.Single() ?? throw new InvalidOperationException("A row without a key.");
        if (values[key] is Guid principal && key.GetContainingForeignKeys().Any()) id = ids[type] = principal;
        else values[key] = id;
        var table = SealedTable.In(db.Model).SingleOrDefault(one => one.Name == type.GetTableName());
        foreach (var property in type.GetProperties().Where(SealedTable.IsSealed))
            values[property] = cipher.Seal(table?.PlaceOf(property.GetColumnName()) ?? "", table?.PlaceOf(property.GetColumnName()) ?? "", id);
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var (property, value) in values) property.PropertyInfo?.SetValue(row, value);
        db.Add(row);
        return id;
    }

    private static bool IsLeftOut(IProperty property) => property.IsNullable && !Whole.Contains(property.DeclaringType.ContainingEntityType.GetTableName());

    private static object? ValueOf(DbContext db, IProperty property, Dictionary<IEntityType, Guid> ids, FieldCipher cipher)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } foreign)
            return IsLeftOut(property) ? null : Add(db, foreign.PrincipalEntityType, ids, cipher);
        if (IsLeftOut(property)) return null;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(string) => RandomNumberGenerator.GetString(Letters, Math.Min(property.GetMaxLength() ?? 8, 8)),
            _ when type == typeof(byte[]) => RandomNumberGenerator.GetBytes(32),
            _ when type == typeof(DateTimeOffset) => At,
            // The last of its states: no worker takes it up.
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ => Activator.CreateInstance(type),
        };
    }
}
