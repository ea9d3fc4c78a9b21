namespace Samachik.Rules.Board;

/// <summary>
/// Steps that one look through a text may take, so that no text, however made, keeps a request waiting. Counted, not timed:
/// the same text ends the same way everywhere.
/// </summary>
internal sealed class WorkBudget(int most)
{
    private long taken;

    /// <summary>Whether a step was asked for that was not there; from then on nothing is read.</summary>
    public bool IsSpent => taken > most;

    /// <summary>Takes steps; false when there are no more.</summary>
    public bool TrySpend(int steps = 1)
    {
        if (taken <= most) taken += steps;
        return taken <= most;
    }
}
