using System.Text;
using Samachik.Rules.Members;
using Samachik.Rules.Recovery;
using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Recovery;

/// <summary>The table of ways back in docs/recovery.md is the one that the code gives.</summary>
public sealed class RouteTableTests
{
    private const string Document = "docs/recovery.md", Begins = "<!-- routes: drawn from RecoveryFacts -->\n", Ends = "<!-- end of routes -->";

    private static readonly (string Text, bool IsFrozen, bool PhoneIsTrusted)[] Rows =
        [("proven lately", false, true), ("proven long ago", false, false), ("any; the account is frozen", true, true)];

    private static readonly (string Text, bool BrowserIsKnown, bool HasEmail)[] Columns =
        [("neither", false, false), ("known browser", true, false), ("e-mail on file", false, true), ("both", true, true)];

    [Fact]
    public void The_document_has_the_table_of_the_code()
    {
        var text = File.ReadAllText(SourceTree.PathOf(Document));
        var (from, to) = (text.IndexOf(Begins, StringComparison.Ordinal), text.IndexOf(Ends, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{Document} has no block between '{Begins.Trim()}' and '{Ends}'.");
        var table = Draw();
        Assert.True(text[(from + Begins.Length)..to] == table, $"The block in {Document} has to be:\n{table}");
    }

    [Fact]
    public void Frozen_the_age_of_the_proof_makes_no_difference() => Assert.All(
        from level in Enum.GetValues<AssuranceLevel>()
        from column in Columns
        select new RecoveryFacts(level, true, column.HasEmail, true, column.BrowserIsKnown),
        facts => Assert.Equal(facts.Route, (facts with { PhoneIsTrusted = false }).Route));

    private static string Draw()
    {
        var table = new StringBuilder("| level | phone on file | " + string.Join(" | ", Columns.Select(column => column.Text)) + " |\n");
        table.Append("|---|---|---|---|---|---|\n");
        foreach (var level in Enum.GetValues<AssuranceLevel>())
            foreach (var row in Rows)
            {
                var routes = Columns.Select(column => Named(
                    new RecoveryFacts(level, row.IsFrozen, column.HasEmail, row.PhoneIsTrusted, column.BrowserIsKnown).Route));
                table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {(int)level} | {row.Text} | {string.Join(" | ", routes)} |\n");
            }

        return table.ToString();
    }

    private static string Named(RecoveryRoute route) => route switch
    {
        RecoveryRoute.NewPassword => "new password",
        RecoveryRoute.EmailCode => "code by e-mail",
        RecoveryRoute.Wait => "wait",
        RecoveryRoute.Officer => "officer",
    };
}
