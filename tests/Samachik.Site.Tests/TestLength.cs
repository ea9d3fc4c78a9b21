namespace Samachik.Site.Tests;

/// <summary>How much is tried where more tries only make surer: a part in <c>./test</c>, all of it in <c>./test --long</c>.</summary>
public static class TestLength
{
    /// <summary>Whether <c>SAMACHIK_TEST_LONG</c> is set.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("SAMACHIK_TEST_LONG") is { Length: > 0 };

    /// <summary>One of two numbers of tries.</summary>
    public static int Of(int usual, int whole) => IsLong ? whole : usual;
}
