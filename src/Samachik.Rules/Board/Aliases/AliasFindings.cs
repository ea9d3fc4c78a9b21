namespace Samachik.Rules.Board.Aliases;

/// <summary>Whether a member may go by an alias.</summary>
public enum AliasVerdict
{
    /// <summary>Yes.</summary>
    Free,

    /// <summary>It is their own real name, and they have not said that they want to show it: ask.</summary>
    OwnName,

    /// <summary>
    /// No. Whether it is reserved, taken or another member's name is never told: one could find out who has an account.
    /// </summary>
    Refused,
}

/// <summary>
/// What was found of an alias, all of it looked up before anything is decided, so that every answer takes the same time.
/// </summary>
/// <param name="IsReserved">What <see cref="ReservedAliases.Holds"/> says.</param>
/// <param name="IsTaken">Whether another member's alias has its <see cref="BoardAlias.Skeleton"/>.</param>
/// <param name="IsAnothersName">Whether another member's full name has one of its <see cref="FullNameKeys"/>.</param>
/// <param name="IsOwnName">What <see cref="FullNameKeys.IsNameOf"/> says of the member's own.</param>
/// <param name="IsOwnNameChosen">Whether the member ticked that they want to go by their real name.</param>
public sealed record AliasFindings(bool IsReserved, bool IsTaken, bool IsAnothersName, bool IsOwnName, bool IsOwnNameChosen)
{
    /// <summary>Decides. Who has a namesake may go by the name that they share.</summary>
    public AliasVerdict Decide()
    {
        if (IsReserved || IsTaken) return AliasVerdict.Refused;
        if (IsOwnName) return IsOwnNameChosen ? AliasVerdict.Free : AliasVerdict.OwnName;
        return IsAnothersName ? AliasVerdict.Refused : AliasVerdict.Free;
    }
}
