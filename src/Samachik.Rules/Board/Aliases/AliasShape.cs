using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Aliases;

/// <summary>What a repaired alias is made of.</summary>
internal sealed class AliasShape
{
    // Of the other script, so few letters inside or at the end of a word are there to be taken for its own.
    private const int LeastOfScript = 2;

    private readonly List<(AliasScript Script, int Letters)> runs = [];

    private AliasShape()
    {
    }

    public int Letters { get; private set; }

    public int Digits { get; private set; }

    /// <summary>All but the marks.</summary>
    public int Length { get; private set; }

    public bool HasOtherCharacters { get; private set; }

    /// <summary>
    /// Whether within a word the script changes more than once, or one has fewer than two letters there:
    /// "แม่น้องAom" is two words written together, "adมin" is not.
    /// </summary>
    public bool IsMixed { get; private set; }

    public static AliasShape Of(string text)
    {
        var shape = new AliasShape();
        var names = new StringBuilder(text.Length + 2);
        for (var i = 0; i < text.Length; i++) shape.Read(text, i, names);
        shape.EndWord();
        shape.HasOtherCharacters |= !IsSignPlaced(text, text.Length - 1)
            || PersonNameText.FlawOf(names.ToString()) is PersonNameFlaw.OtherCharacters or PersonNameFlaw.TooManyMarks;
        return shape;
    }

    // The characters of names are judged as those of names are; digits and signs are put as hyphens there.
    private void Read(string text, int at, StringBuilder names)
    {
        var c = text[at];
        var script = AliasScripts.Of(c);
        var isMark = PersonNameText.IsThaiMark(c) || PersonNameText.IsLatinMark(c);
        if (!isMark) Length++;
        switch (script)
        {
            case AliasScript.Digit:
                Digits++;
                names.Append('-');
                break;
            case AliasScript.Sign:
                EndWord();
                HasOtherCharacters |= !IsSignPlaced(text, at);
                names.Append(c == ' ' ? ' ' : '-');
                break;
            case AliasScript.Thai or AliasScript.Latin:
                if (!isMark) ReadLetter(script, names);
                names.Append(c is 'ๆ' or 'ฯ' ? 'ะ' : c);
                break;
            case AliasScript.Other:
                HasOtherCharacters = true;
                break;
        }
    }

    private void ReadLetter(AliasScript script, StringBuilder names)
    {
        Letters++;
        if (runs.Count > 0 && runs[^1].Script == script) runs[^1] = (script, runs[^1].Letters + 1);
        else
        {
            if (runs.Count > 0) names.Append('-');
            runs.Add((script, 1));
        }
    }

    private void EndWord()
    {
        IsMixed |= runs.Count > 2 || (runs.Count == 2 && runs.Exists(run => run.Letters < LeastOfScript));
        runs.Clear();
    }

    /// <summary>Signs stand one by one behind a letter or digit, but a space may follow a dot; only a dot may be the last.</summary>
    private static bool IsSignPlaced(string text, int at)
    {
        if (AliasScripts.Of(text[at]) != AliasScript.Sign) return true;
        if (at == 0 || (at == text.Length - 1 && text[at] != '.')) return false;
        return AliasScripts.Of(text[at - 1]) != AliasScript.Sign || (text[at] == ' ' && text[at - 1] == '.');
    }
}
