namespace Samachik.Rules.Officers;

/// <summary>How many people officers usually look at, so that one who looks at far more stands out.</summary>
public sealed record UsualLooks
{
    private const int Times = 3;
    private const int Least = 20;

    /// <summary>Of the people that each officer looked at; who looked at nobody does not count.</summary>
    public UsualLooks(IEnumerable<int> people)
    {
        int[] sorted = [.. people.Where(count => count > 0).Order()];
        var half = sorted.Length / 2;
        Median = sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
    }

    /// <summary>Half of them looked at so many or fewer.</summary>
    public double Median { get; }

    /// <summary>Whether somebody looked at far more than is usual; a handful is never far more.</summary>
    public bool IsFarAbove(int people) => people >= Least && people > Times * Median;
}
