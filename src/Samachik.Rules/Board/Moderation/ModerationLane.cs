namespace Samachik.Rules.Board.Moderation;

/// <summary>How fast a matter is looked at. The more urgent, the smaller.</summary>
public enum ModerationLane
{
    /// <summary>What harms by the hour, or what the law gives a day for.</summary>
    Urgent,

    /// <summary>All else.</summary>
    Normal,
}

/// <summary>Which lane each rule is in.</summary>
public static class ModerationLanes
{
    /// <summary>The lane of a rule: monarchy, others' data and illegality are urgent (product.md, section 9).</summary>
    public static ModerationLane Of(ConductRule rule) => rule switch
    {
        ConductRule.Monarchy or ConductRule.OthersData or ConductRule.Illegality => ModerationLane.Urgent,
        ConductRule.Coarseness or ConductRule.Obscenity or ConductRule.Accusation or ConductRule.Incitement or ConductRule.Religion
            or ConductRule.FalseName or ConductRule.Division => ModerationLane.Normal,
    };
}
