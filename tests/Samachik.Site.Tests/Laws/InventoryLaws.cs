using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Tests.Laws;

/// <summary>Every table stands in the inventory of docs/privacy.md, once, with what is held, why, how, who sees it and how long.</summary>
public sealed partial class InventoryLaws
{
    private const string Head = "| table | what | why | how kept | who sees | how long |";

    private static List<string[]> Lines =>
    [
        .. File.ReadAllLines(SourceTree.PathOf("docs/privacy.md")).SkipWhile(line => line != Head).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_table_is_in_the_inventory_once_and_nothing_else_is()
    {
        using var db = new SqliteMembersDb(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().ToList();
        Assert.True(tables.Count > 30, $"Only {tables.Count} tables were found.");
        Assert.Equal(
            tables.Order(StringComparer.Ordinal),
            Lines.SelectMany(line => InCode().Matches(line[0]).Select(match => match.Groups[1].Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_of_it_is_whole() => Law.Holds(
        from line in Lines
        where line.Length != 6 || line[1..].Any(cell => cell.Length == 0)
        select string.Join(" | ", line));

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex InCode();
}
