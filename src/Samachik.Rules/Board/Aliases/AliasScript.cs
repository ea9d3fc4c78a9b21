using Samachik.Rules.People;

namespace Samachik.Rules.Board.Aliases;

/// <summary>What kind of character stands in an alias.</summary>
internal enum AliasScript
{
    /// <summary>None that an alias has.</summary>
    Other,

    /// <summary>A Thai letter, vowel, mark, ๆ or ฯ.</summary>
    Thai,

    /// <summary>A Latin letter or its mark.</summary>
    Latin,

    /// <summary>An ASCII or Thai digit.</summary>
    Digit,

    /// <summary>A space, dot, hyphen or low line.</summary>
    Sign,
}

/// <summary>Tells the kinds of characters apart.</summary>
internal static class AliasScripts
{
    public static AliasScript Of(char c) => c switch
    {
        ' ' or '.' or '-' or '_' => AliasScript.Sign,
        (>= '0' and <= '9') or (>= '๐' and <= '๙') => AliasScript.Digit,
        (>= 'ก' and <= 'ฺ') or (>= 'เ' and <= '\u0E4E') => AliasScript.Thai,
        _ when PersonNameText.IsBaseLetter(c) || PersonNameText.IsLatinMark(c) => AliasScript.Latin,
        _ => AliasScript.Other,
    };

    /// <summary>The pieces of an alias that are each of one script, or of digits; signs are left out.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var (start, script) = (at, Of(text[at]));
            while (at < text.Length && Of(text[at]) == script) at++;
            if (script != AliasScript.Sign) pieces.Add(text[start..at]);
        }
        return pieces;
    }
}
