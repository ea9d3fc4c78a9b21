namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>A share that was counted, with the interval in which it lies 95 times in a hundred (Wilson, 1927).</summary>
internal readonly record struct Wilson(int Found, int Of)
{
    private const double Z = 1.959964;

    public double Rate => Of == 0 ? 0 : (double)Found / Of;

    public double Low => Bound(-1);

    public double High => Bound(1);

    private double Bound(int side)
    {
        if (Of == 0) return side < 0 ? 0 : 1;
        var (n, p) = ((double)Of, Rate);
        var middle = p + Z * Z / (2 * n);
        var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.Clamp((middle + side * half) / (1 + Z * Z / n), 0, 1);
    }
}
