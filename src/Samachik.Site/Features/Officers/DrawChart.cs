using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Samachik.Site.Features.Officers;

/// <summary>One row of figures in a chart; null is nothing known, and is not drawn.</summary>
/// <param name="Called">What the legend calls it.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Values">A figure for each place.</param>
/// <param name="IsDashed">Of lines: told apart also without colours.</param>
public sealed record ChartRow(string Called, string Colour, IReadOnlyList<double?> Values, bool IsDashed = false);

/// <summary>A chart as SVG of our own figures, with what its legend says.</summary>
public sealed record Chart(string Html, IReadOnlyList<ChartRow> Legend);

/// <summary>
/// Draws charts as SVG that stand in a page under our Content-Security-Policy: no style but in attributes of their own.
/// </summary>
public static class DrawChart
{
    private const int Width = 640, HourHeight = 260, BarHeight = 22, Above = 12, Below = 34, LeftOfBars = 210, LeftOfHours = 56;
    private static readonly OxyColor Ink = OxyColor.Parse("#17223b"), Grid = OxyColor.Parse("#ddd7c8");
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Bars side by side, one group for each label, the first at the top.</summary>
    public static Chart Bars(string id, string told, IReadOnlyList<string> labels, IReadOnlyList<ChartRow> rows)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(rows);
        var model = Empty(LeftOfBars);
        var places = new CategoryAxis
        {
            Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.5, TickStyle = TickStyle.None,
            TextColor = Ink, AxislineStyle = LineStyle.Solid, AxislineColor = Ink,
        };
        places.Labels.AddRange(labels);
        model.Axes.Add(places);
        model.Axes.Add(Scale(AxisPosition.Bottom, rows));
        foreach (var row in rows)
        {
            var bars = new BarSeries { FillColor = OxyColor.Parse(row.Colour), StrokeThickness = 0 };
            bars.Items.AddRange(row.Values.Index().Where(value => value.Item is not null).Select(value => new BarItem(value.Item ?? 0, value.Index)));
            model.Series.Add(bars);
        }

        return new(Write(model, id, told, Above + Below + (labels.Count * ((rows.Count * BarHeight) + BarHeight / 2))), rows);
    }

    /// <summary>Lines over the hours of a day, broken where nothing is known.</summary>
    public static Chart Hours(string id, string told, IReadOnlyList<ChartRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var model = Empty(LeftOfHours);
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = 0, Maximum = 23, MajorStep = 3, MinorTickSize = 0, TextColor = Ink,
            LabelFormatter = hour => $"{(int)hour:00}:00", AxislineStyle = LineStyle.Solid, AxislineColor = Ink,
        });
        model.Axes.Add(Scale(AxisPosition.Left, rows));
        foreach (var row in rows)
        {
            var colour = OxyColor.Parse(row.Colour);
            var line = new LineSeries
            {
                Color = colour, StrokeThickness = 2.5, LineStyle = row.IsDashed ? LineStyle.Dash : LineStyle.Solid,
                MarkerType = MarkerType.Circle, MarkerSize = row.IsDashed ? 0 : 3, MarkerFill = colour,
            };
            line.Points.AddRange(row.Values.Select((value, hour) => new DataPoint(hour, value ?? double.NaN)));
            model.Series.Add(line);
        }

        return new(Write(model, id, told, HourHeight), rows);
    }

    // The library cannot measure Thai letters: their room is set, and the legend stands in the page.
    private static PlotModel Empty(int left) => new()
    {
        DefaultFont = "Sarabun, sans-serif", DefaultFontSize = 15, PlotAreaBorderThickness = new OxyThickness(0),
        PlotMargins = new OxyThickness(left, Above, 24, Below), Padding = new OxyThickness(0),
    };

    // Up to four at least, so that a day of one or two is not drawn as a full one, nor in halves.
    private static LinearAxis Scale(AxisPosition position, IReadOnlyList<ChartRow> rows)
    {
        var most = rows.SelectMany(row => row.Values).Max() ?? 0;
        return new()
        {
            Position = position, Minimum = 0, Maximum = Math.Max(4, most * 1.05), MinimumMajorStep = 1, MinorTickSize = 0, TextColor = Ink,
            MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = Grid, TickStyle = TickStyle.None, StringFormat = "#,##0",
        };
    }

    private static string Write(PlotModel model, string id, string told, int height)
    {
        var exporter = new SvgExporter { Width = Width, Height = height, IsDocument = false };
        var drawn = XElement.Parse(exporter.ExportToString(model).Split("?>", 2)[^1].Trim());
        foreach (var element in drawn.DescendantsAndSelf())
        {
            StyleToAttributes(element);
            if (element.Attribute("id") is { } own) own.Value = $"{id}-{own.Value}";
            if (element.Attribute("clip-path") is { } clip) clip.Value = clip.Value.Replace("url(#", $"url(#{id}-", StringComparison.Ordinal);
        }

        return new XElement(
            Svg + "svg", new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("width", "100%"), new XAttribute("role", "img"),
            new XAttribute("aria-label", told), new XAttribute("focusable", "false"), drawn.Elements()).ToString(SaveOptions.DisableFormatting);
    }

    private static void StyleToAttributes(XElement element)
    {
        if (element.Attribute("style") is not { } style) return;
        foreach (var part in style.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (part.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value]) element.SetAttributeValue(name, value);
        style.Remove();
    }
}
