using System.Diagnostics;
using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Bench.Checker;

/// <summary>Characters a second of ordinary posts, and the longest that a text of 32,000 characters takes.</summary>
internal static class Speed
{
    private const int Length = 32_000;

    public static void Write()
    {
        var draw = new Draw(1);
        var posts = Enumerable.Range(0, 5_000).Select(_ => OrdinaryPosts.Next(draw)).ToList();
        Look(posts);
        Console.WriteLine($"\n## Speed\n\nOrdinary posts, {posts.Sum(post => (long)post.Length) / Look(posts).TotalSeconds:N0} characters a second.\n");
        Console.WriteLine($"| {Length:N0} characters of | ms, least of five |\n|---|---:|");
        foreach (var (name, text) in WorstTexts.All(Length))
            Console.WriteLine($"| {name} | {Enumerable.Range(0, 5).Min(_ => Look([text]).TotalMilliseconds):N1} |");
    }

    private static TimeSpan Look(List<string> posts)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var post in posts) Gates.Detector.Find(post, own: null);
        return Stopwatch.GetElapsedTime(started);
    }
}
