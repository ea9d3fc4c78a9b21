using Samachik.Rules.Board.Checking;

namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>What the detector says of generated posts, counted, and what it must at least say.</summary>
internal sealed class Gates
{
    public const double BlockPrecision = 0.99, RecallPlain = 0.98, RecallDisguised = 0.90, MostHeld = 0.02;

    private readonly Dictionary<(string Kind, string Disguise), (int Found, int Of)> counts = [];
    private int plain, plainFound, disguised, disguisedFound, said, saidBlocked, blocks, rightBlocks, ordinary, held, flagged, ordinaryBlocks;

    /// <summary>The office of the generated posts.</summary>
    public static PersonalDataDetector Detector { get; } = new(new OfficeContacts(["02-956-2400"], ["sso.go.th", "sso.mail.go.th"], ["@ssothai"]));

    public Wilson Precision => new(rightBlocks, blocks);

    public Wilson Plain => new(plainFound, plain);

    public Wilson Disguised => new(disguisedFound, disguised);

    public Wilson Blocked => new(saidBlocked, said);

    public Wilson Held => new(held, ordinary);

    public Wilson Flagged => new(flagged, ordinary);

    public Wilson OrdinaryBlocked => new(ordinaryBlocks, ordinary);

    /// <summary>By kind and disguise, in the order of the alphabet.</summary>
    public IEnumerable<(string Kind, string Disguise, Wilson Recall)> Recalls =>
        counts.OrderBy(entry => Array.IndexOf(PlantedPosts.Kinds, entry.Key.Kind)).ThenBy(entry => entry.Key.Disguise == Disguises.Plain ? "" : entry.Key.Disguise, StringComparer.Ordinal)
            .Select(entry => (entry.Key.Kind, entry.Key.Disguise, new Wilson(entry.Value.Found, entry.Value.Of)));

    /// <summary>The gates that are missed, in words.</summary>
    public IEnumerable<string> Missed()
    {
        if (Precision.Rate < BlockPrecision) yield return $"block precision {Precision.Rate:P2}";
        if (Plain.Rate < RecallPlain) yield return $"plain recall {Plain.Rate:P2}";
        if (Disguised.Rate < RecallDisguised) yield return $"disguised recall {Disguised.Rate:P2}";
        if (Held.Rate > MostHeld) yield return $"ordinary posts held {Held.Rate:P2}";
    }

    /// <summary>Whether the datum was found; what is found elsewhere in the post is wrong.</summary>
    public bool Count(PlantedPost post)
    {
        var marks = Detector.Find(post.Text, own: null);
        var over = marks.Where(mark => mark.Verdict >= CheckVerdict.Hold && mark.Start < post.Start + post.Length && mark.End > post.Start).ToList();
        var isFound = over.Count > 0;
        var (found, of) = counts.GetValueOrDefault((post.Kind, post.Disguise));
        counts[(post.Kind, post.Disguise)] = (found + (isFound ? 1 : 0), of + 1);
        if (post.IsPlain) (plain, plainFound) = (plain + 1, plainFound + (isFound ? 1 : 0));
        else (disguised, disguisedFound) = (disguised + 1, disguisedFound + (isFound ? 1 : 0));
        if (post.HasContext) (said, saidBlocked) = (said + 1, saidBlocked + (over.Exists(mark => mark.Verdict == CheckVerdict.Block) ? 1 : 0));
        blocks += marks.Count(mark => mark.Verdict == CheckVerdict.Block);
        rightBlocks += over.Count(mark => mark.Verdict == CheckVerdict.Block);
        return isFound;
    }

    /// <summary>What is said of a post with nobody's data.</summary>
    public CheckVerdict CountOrdinary(string text)
    {
        var marks = Detector.Find(text, own: null);
        var verdict = TextCheck.Of(marks).Verdict;
        ordinary++;
        if (verdict >= CheckVerdict.Hold) held++;
        if (verdict == CheckVerdict.Flag) flagged++;
        if (verdict == CheckVerdict.Block) ordinaryBlocks++;
        blocks += marks.Count(mark => mark.Verdict == CheckVerdict.Block);
        return verdict;
    }
}
