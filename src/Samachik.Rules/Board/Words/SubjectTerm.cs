using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>When a term says that somebody should look.</summary>
public enum SubjectLane
{
    /// <summary>Wherever it stands: held, in the most urgent lane. It says what the post is about, and nothing against it.</summary>
    Urgent,

    /// <summary>Where a coarse word stands near it: published, and in the queue.</summary>
    NearCoarse,
}

/// <summary>A term that tells what a post is about, of the list that the office keeps.</summary>
public sealed record SubjectTerm
{
    /// <summary>UTF-16 units of the normal form.</summary>
    public const int MaxLength = 60;

    /// <summary>The rules of conduct are numbered from 1 to this (product.md, section 4).</summary>
    public const int LastRule = 10;

    private SubjectTerm(string term, int rule, SubjectLane lane, bool isFoundInside) =>
        (Term, Rule, Lane, IsFoundInside) = (term, rule, lane, isFoundInside);

    /// <summary>In the form of <see cref="SearchText.Normal"/>, as it is stored; it may have spaces.</summary>
    public string Term { get; }

    /// <summary>The rule of conduct that it has to do with.</summary>
    public int Rule { get; }

    /// <summary>When it counts.</summary>
    public SubjectLane Lane { get; }

    /// <summary>Whether it also counts inside a longer word: more is found, and more that is lawful.</summary>
    public bool IsFoundInside { get; }

    /// <summary>Reads a term as an officer types it: two characters or more, at most <see cref="MaxLength"/>, beginning with a letter.</summary>
    public static bool TryParse(string? typed, int rule, SubjectLane lane, bool isFoundInside, [NotNullWhen(true)] out SubjectTerm? term)
    {
        var normal = typed is null or { Length: > MaxLength * 4 } ? "" : SearchText.Of(typed).Normal;
        var isTerm = rule is >= 1 and <= LastRule && normal.Length is >= 2 and <= MaxLength
            && char.IsLetterOrDigit(normal[0]) && !ThaiCluster.IsAttached(normal[0]);
        term = isTerm ? new(normal, rule, lane, isFoundInside) : null;
        return isTerm;
    }
}
