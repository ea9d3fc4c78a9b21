using System.Globalization;
using Samachik.Bench.Checker;
using Samachik.Rules.Board.Checking;
using Samachik.Rules.Tests.Board.Checking.Corpus;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var shows = args.Contains("--show");
var seed = args.FirstOrDefault(word => word != "--show") is { } typed ? int.Parse(typed, CultureInfo.InvariantCulture) : 7;
var missed = Report("Posts the checker was tuned beside", isFrozen: false) + (shows ? 0 : Report("Posts it never saw", isFrozen: true));
if (!shows) Speed.Write();
return missed == 0 ? 0 : 1;

int Report(string title, bool isFrozen)
{
    const int Ordinary = 20_000, OfEachKind = 3_000;
    var (draw, gates) = (new Draw(seed), new Gates());
    for (var i = 0; i < Ordinary; i++)
    {
        var post = isFrozen ? FrozenPosts.Next(draw) : OrdinaryPosts.Next(draw);
        var verdict = gates.CountOrdinary(post);
        if (shows && verdict >= CheckVerdict.Hold) Console.WriteLine($"{verdict}: {post}\n   {Marked(post)}");
    }

    foreach (var kind in PlantedPosts.Kinds)
        for (var i = 0; i < OfEachKind; i++)
        {
            var post = PlantedPosts.Next(kind, draw, isFrozen);
            if (!gates.Count(post) && shows) Console.WriteLine($"missed {post.Kind}, {post.Disguise}, {post.Surroundings}: {post.Text.Replace("\n", "⏎", StringComparison.Ordinal)}");
        }

    return Told.Write(title, gates);
}

static string Marked(string post) => string.Join(" | ", Gates.Detector.Find(post, own: null).Select(mark => $"{mark.Kind} {mark.Verdict} {post.Substring(mark.Start, mark.Length)}"));
