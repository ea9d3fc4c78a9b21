namespace Samachik.Rules.Board.Words;

/// <summary>How many steps a search may take, so that no text, however made, keeps a request waiting.</summary>
internal sealed class WordBudget
{
    private int left;

    public WordBudget(int steps) => left = steps;

    public bool IsSpent => left <= 0;

    public bool TrySpend() => left-- > 0;
}
