namespace Samachik.Rules.Board.Aliases;

/// <summary>Whether a member may choose another alias now.</summary>
public enum AliasChangeVerdict
{
    /// <summary>Yes: there is none yet, or the last choice is long enough ago.</summary>
    May,

    /// <summary>The last choice is too recent; <see cref="AliasChange.OpenFrom"/> tells from when on.</summary>
    TooSoon,
}

/// <summary>An alias is chosen once and changed rarely, so that readers know whom they read.</summary>
/// <param name="ChosenAt">When the member last chose one; null: never.</param>
/// <param name="Pause">The least time between two choices.</param>
public sealed record AliasChange(DateTimeOffset? ChosenAt, TimeSpan Pause)
{
    /// <summary>The usual pause; the office may set another.</summary>
    public static TimeSpan UsualPause { get; } = TimeSpan.FromDays(180);

    /// <summary>From then on another may be chosen; null: at once.</summary>
    public DateTimeOffset? OpenFrom => ChosenAt + Pause;

    /// <summary>Whether another may be chosen at <paramref name="now"/>.</summary>
    public AliasChangeVerdict Check(DateTimeOffset now) => OpenFrom > now ? AliasChangeVerdict.TooSoon : AliasChangeVerdict.May;
}
