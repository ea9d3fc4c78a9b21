using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Figures;

/// <summary>A cell of a table is text in a spreadsheet, whatever stands in it.</summary>
public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+66812345678", "'+66812345678")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("สมชาย, \"ใจดี\"", "สมชาย, \"\"ใจดี\"\"")]
    public void No_cell_is_a_formula(string? cell, string written) => Assert.Equal($"\"{written}\"\r\n", CsvLine.Of(cell));

    [Fact]
    public void Every_cell_is_quoted() => Assert.Equal("\"\",\"a\",\"1\"\r\n", CsvLine.Of("", "a", "1"));

    [Fact]
    public void A_formula_that_a_quotation_mark_leads_stays_inside() => Assert.Equal("\"\"\"=1\"\"\"\r\n", CsvLine.Of("\"=1\""));
}
