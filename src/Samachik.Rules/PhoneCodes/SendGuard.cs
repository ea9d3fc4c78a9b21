namespace Samachik.Rules.PhoneCodes;

/// <summary>What codes to unproven numbers are tallied by.</summary>
public enum TallyScope
{
    /// <summary>The whole service.</summary>
    All,

    /// <summary>The network that asks.</summary>
    Network,

    /// <summary>The number's first four digits.</summary>
    Prefix,

    /// <summary>The thousand numbers that share all but the last three digits.</summary>
    Run,
}

/// <summary>What about a code looks like abuse.</summary>
public enum GuardRule
{
    /// <summary>Too few of the codes sent there come back right.</summary>
    Unverified,

    /// <summary>Many more are sent there, and are not back yet, than usually are in an hour.</summary>
    Surge,
}

/// <summary>What the guard does with a code that looks like abuse.</summary>
public enum GuardAction
{
    /// <summary>Lets it go, and keeps a record.</summary>
    Record,

    /// <summary>Asks the browser for work, or its person for a wait, first.</summary>
    Work,

    /// <summary>Does not send it.</summary>
    Deny,
}

/// <summary>Codes of the last hour in one scope.</summary>
/// <param name="Scope">What is counted.</param>
/// <param name="Sent">All that were sent.</param>
/// <param name="Verified">Of them, those that came back right.</param>
/// <param name="Settled">Of those sent, the ones too old to come back still; the others are not held against anybody.</param>
/// <param name="SettledVerified">Of those too old, the ones that came back right.</param>
/// <param name="UsualPerHour">How many an hour were sent there in the days before.</param>
public sealed record SendTally(TallyScope Scope, int Sent, int Verified, int Settled, int SettledVerified, double UsualPerHour);

/// <summary>What the whole service sent in the days before.</summary>
/// <param name="Sent">Codes.</param>
/// <param name="Verified">Of them, those that came back right.</param>
/// <param name="Hours">Over how many hours.</param>
public sealed record UsualSending(long Sent, long Verified, double Hours)
{
    /// <summary>A service just begun.</summary>
    public static UsualSending None { get; } = new(0, 0, 0);
}

/// <summary>A rule that a code breaks, and where.</summary>
public sealed record GuardStrike(GuardRule Rule, SendTally Tally);

/// <summary>Looks at a code to an unproven number, by what became of those sent before it from and to the same places.</summary>
/// <param name="LeastSent">So many must have been sent in a scope within the hour, of a run half as many, before it is judged.</param>
/// <param name="Floor">The least part that should come back right.</param>
/// <param name="Surge">So many times the usual is too many.</param>
public sealed record SendGuard(int LeastSent, double Floor, int Surge)
{
    private const double LeastHistoryHours = 24;

    /// <summary>The strikes against a code, in the order of the tallies.</summary>
    public IReadOnlyList<GuardStrike> Judge(IReadOnlyList<SendTally> tallies, UsualSending usual)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        ArgumentNullException.ThrowIfNull(usual);
        var (floor, hasHistory) = (FloorBeside(usual), HasHistory(usual));
        var strikes = new List<GuardStrike>();
        foreach (var tally in tallies)
        {
            var least = LeastIn(tally.Scope);
            if (tally.Settled >= least && tally.SettledVerified < floor * tally.Settled) strikes.Add(new(GuardRule.Unverified, tally));
            var notBack = tally.Sent - tally.Verified;
            if (hasHistory && notBack >= least && notBack > Surge * tally.UsualPerHour) strikes.Add(new(GuardRule.Surge, tally));
        }

        return strikes;
    }

    /// <summary>
    /// The part that should come back right: the setting, or half of what usually does where that is less, so that a
    /// country whose SMS come badly is not taken for a bomber.
    /// </summary>
    public double FloorBeside(UsualSending usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        return HasHistory(usual) ? Math.Min(Floor, usual.Verified / (2.0 * usual.Sent)) : Floor;
    }

    /// <summary>
    /// What is done, at most as much as the office chose. What strikes the whole service denies nobody: when a whole
    /// country comes at once, or no SMS arrives, honest people would be shut out by thousands.
    /// </summary>
    public static GuardAction ActionOn(IReadOnlyList<GuardStrike> strikes, GuardAction chosen)
    {
        ArgumentNullException.ThrowIfNull(strikes);
        return chosen == GuardAction.Deny && strikes.All(strike => strike.Tally.Scope == TallyScope.All) ? GuardAction.Work : chosen;
    }

    private int LeastIn(TallyScope scope) => scope switch
    {
        TallyScope.Run => Math.Max(1, LeastSent / 2),
        TallyScope.All or TallyScope.Network or TallyScope.Prefix => LeastSent,
    };

    private bool HasHistory(UsualSending usual) => usual.Hours >= LeastHistoryHours && usual.Sent >= LeastSent;
}
