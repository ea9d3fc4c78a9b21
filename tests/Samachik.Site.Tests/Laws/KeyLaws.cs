using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Tests.Laws;

/// <summary>What is encrypted is found by <see cref="SealedTable"/>, so that no column is forgotten when keys are rotated.</summary>
public sealed partial class KeyLaws
{
    /// <summary>Columns of bytes that are not encrypted: keyed hashes and counters' keys, and what seals the trail.</summary>
    private static readonly string[] NotSealed = ["Network", "Mac", "Chain", "PreviousHead", "Head", "Signature", "Key"];

    /// <summary>What is rotated apart: texts that hold an encrypted value.</summary>
    private static readonly string[] OtherPlaces = ["data_protection_keys.xml"];

    [Fact]
    public void A_column_of_bytes_ends_in_Cipher_or_is_known_to_be_none() => Law.Holds(
        from table in Db().Model.GetEntityTypes()
        from column in table.GetProperties()
        where column.ClrType == typeof(byte[]) && !SealedTable.IsSealed(column)
            && !column.Name.EndsWith("Hash", StringComparison.Ordinal) && !NotSealed.Contains(column.Name)
        select $"{table.GetTableName()}.{column.GetColumnName()}: name it ...Cipher if it is encrypted, else list it here");

    [Fact]
    public void Every_place_that_values_are_bound_to_is_a_column_that_is_rotated()
    {
        var places = SealedTable.In(Db().Model).SelectMany(table => table.Columns.Select(table.PlaceOf)).Concat(OtherPlaces).ToList();
        var named = PlacesInCode().ToList();
        Assert.True(named.Count > 20);
        Law.Holds(named.Except(places).Select(place => $"{place} is encrypted and not rotated"));
        Law.Holds(places.Except(named).Select(place => $"{place} is rotated, and nothing is bound to it: values would not open"));
    }

    // As literals table.column beside the cipher, and by the short names of PersonalData and MemberData.
    private static IEnumerable<string> PlacesInCode()
    {
        var tables = Db().Model.GetEntityTypes().Select(table => table.GetTableName()).ToHashSet();
        foreach (var file in SourceTree.ShippedCode)
        {
            foreach (Match match in Place().Matches(file.Text))
                if (tables.Contains(match.Groups[1].Value) && !file.Path.EndsWith("/SaveAct.cs", StringComparison.Ordinal))
                    yield return $"{match.Groups[1].Value}.{match.Groups[2].Value}";
            if (file.Path.EndsWith("/PersonalData.cs", StringComparison.Ordinal) || file.Path.EndsWith("/MemberData.cs", StringComparison.Ordinal))
                foreach (Match match in ShortPlace().Matches(file.Text))
                    yield return $"{(match.Groups[1].Value == "Journey" ? "sign_up_journeys" : "members")}.{match.Groups[2].Value}";
        }
    }

    private static SqliteMembersDb Db() => new(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);

    [GeneratedRegex(@"""([a-z_]+)\.([a-z_]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(Journey|Member|Column)\(""([a-z_]+)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortPlace();
}
