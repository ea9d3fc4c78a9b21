using System.Globalization;

namespace Samachik.Rules.Officers;

/// <summary>A name of which so much is shown that an officer can ask for it, and not so much that it is told.</summary>
public static class MaskedName
{
    private const string Rest = "•••";
    private const int Shown = 2;

    /// <summary>The first two letters of each name, with their marks.</summary>
    public static string Of(string first, string? last) => last is null ? Part(first) : $"{Part(first)} {Part(last)}";

    private static string Part(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var starts = StringInfo.ParseCombiningCharacters(name);
        return starts.Length <= Shown ? Rest : name[..starts[Shown]] + Rest;
    }
}
