namespace Samachik.Site.Tests;

/// <summary>What chance must have given for a test to mean anything; a skip says honestly that it did not.</summary>
public static class Assume
{
    /// <summary>Two drawn codes differ, as they do but once in a million.</summary>
    public static void Differs(string one, string other) => Assert.SkipWhen(one == other, "Both codes drawn are the same.");
}
