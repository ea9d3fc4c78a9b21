namespace Samachik.Site.Tests;

/// <summary>Whether two kinds of answers can be told apart by their times.</summary>
public static class Roc
{
    private const double Least = 0.47, Most = 0.53;

    /// <summary>The area under the ROC curve: the chance that one of the first takes longer than one of the second; equal times count half.</summary>
    public static double Area(IEnumerable<double> first, IEnumerable<double> second)
    {
        var sorted = second.Order().ToArray();
        return first.Average(time => (Below(sorted, time) + Below(sorted, Math.BitIncrement(time))) / 2.0 / sorted.Length);
    }

    /// <summary>Whether an area is so near a half that the times tell nothing.</summary>
    public static bool IsNearAHalf(double area) => area is >= Least and <= Most;

    private static int Below(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
