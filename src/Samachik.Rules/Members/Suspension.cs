namespace Samachik.Rules.Members;

/// <summary>That a member may not sign in for a while, or for good.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it ends by itself; null: not before it is lifted.</param>
/// <param name="ConductRule">The conduct rule broken, 1 to 10; null: another reason.</param>
public sealed record Suspension(DateTimeOffset Since, DateTimeOffset? Until, int? ConductRule)
{
    /// <summary>Whether it holds at <paramref name="now"/>.</summary>
    public bool Holds(DateTimeOffset now) => now >= Since && (Until is null || now < Until);
}
