using System.Globalization;
using System.Xml.Linq;
using Samachik.Site.Features.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>Charts: every bar at its own place, none where nothing is known, and every text escaped.</summary>
public sealed class DrawChartTests
{
    [Fact]
    public void A_bar_after_a_gap_stands_where_it_stood_without_the_gap()
    {
        var whole = Bars([3, 4, 5]);
        var gapped = Bars([3, null, 5]);
        Assert.Equal((3, 2), (whole.Count, gapped.Count));
        Assert.Equal([whole[0], whole[2]], gapped);
    }

    [Fact]
    public void A_label_is_no_markup() =>
        Assert.Contains("&lt;b&gt; &amp;", DrawChart.Bars("x", "told", ["<b> &"], [new("now", "#1f3a7a", [1])]).Html, StringComparison.Ordinal);

    private static List<double> Bars(double?[] values) =>
    [
        .. XElement.Parse(DrawChart.Bars("x", "told", ["a", "b", "c"], [new("now", "#1f3a7a", values)]).Html).Descendants()
            .Where(element => element.Name.LocalName == "rect" && element.Attribute("fill")?.Value == "rgb(31,58,122)")
            .Select(element => double.Parse(element.Attribute("y")?.Value ?? "", CultureInfo.InvariantCulture)),
    ];
}
