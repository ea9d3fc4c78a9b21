using System.Text;

namespace Samachik.Rules.Board.Search;

/// <summary>A text made out of another, of which every character knows the place that it came from.</summary>
internal sealed class MappedText
{
    private readonly StringBuilder text;
    private readonly List<(int Start, int End)> places;

    public MappedText(int capacity) => (text, places) = (new(capacity), new(capacity));

    public int Length => text.Length;

    public char Last => text.Length == 0 ? '\0' : text[^1];

    public void Append(char c, int start, int end)
    {
        text.Append(c);
        places.Add((start, end));
    }

    public void RemoveLast()
    {
        text.Length--;
        places.RemoveAt(places.Count - 1);
    }

    /// <summary>The place in the text that this one was made out of; the length is more than 0.</summary>
    public (int Start, int Length) Original(int start, int length)
    {
        var from = places[start].Start;
        return (from, places[start + length - 1].End - from);
    }

    public override string ToString() => text.ToString();
}
