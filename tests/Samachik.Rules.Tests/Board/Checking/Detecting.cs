using Samachik.Rules.Board.Checking;
using Samachik.Rules.People;
using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Rules.Tests.Board.Checking;

/// <summary>Short ways to ask the detector with the contacts of the tests' office.</summary>
internal static class Detecting
{
    public static IReadOnlyList<TextMark> Marks(string text, ThaiMobileNumber? own = null) => Gates.Detector.Find(text, own);

    public static CheckVerdict Verdict(string text) => TextCheck.Of(Marks(text)).Verdict;

    /// <summary>What is marked, as typed.</summary>
    public static string Marked(string text) => string.Join('|', Marks(text).Select(mark => text.Substring(mark.Start, mark.Length)));

    public static ThaiMobileNumber Mobile(string typed) =>
        ThaiMobileNumber.TryParse(typed, out var number, out _) ? number : throw new ArgumentException(typed);
}
