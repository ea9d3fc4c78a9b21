namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>A post with one person's datum in it, and where.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Start">Where the datum begins, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it is: "mobile".</param>
/// <param name="Disguise">How it is hidden: "keycap digits", or "plain".</param>
/// <param name="Surroundings">What it touches: "Thai letters".</param>
/// <param name="HasContext">Whether a word beside it says what it is.</param>
internal sealed record PlantedPost(
    string Text, int Start, int Length, string Kind, string Disguise, string Surroundings, bool HasContext)
{
    public bool IsPlain => Disguise == Disguises.Plain;
}
