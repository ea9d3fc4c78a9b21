using System.Text.RegularExpressions;
using Samachik.Rules.Audit;
using Samachik.Site.Notices;

namespace Samachik.Site.Tests.Laws;

/// <summary>Whatever a member is told of, there are words for: what happened, and what it means.</summary>
public sealed partial class NoticeLaws
{
    [Fact]
    public void Every_act_that_a_member_is_told_of_has_its_words() => Law.Holds(
        from call in Calls(SourceTree.ShippedCode.Where(file => !file.Is("src/Samachik.Site/Notices/", ".cs")).Select(file => (file.Path, file.Text)))
        from breach in call.Acts.Count == 0 ? [$"{call.Place} tells of an act that the law cannot read: name it in the call"]
            : call.Acts.Where(act => !HasWords(act)).Select(act => $"{call.Place} tells of {act}, which has no Happened.{act} and More.{act}")
        select breach);

    [Fact]
    public void The_words_are_of_acts_that_there_are() => Law.Holds(
        from language in (string[])["th", "en"]
        from key in ResourceTexts.Of("NoticeTexts", language).Values.Keys
        where key.StartsWith("Happened.", StringComparison.Ordinal) || key.StartsWith("More.", StringComparison.Ordinal)
        where !Enum.TryParse<AuditAct>(key.Split('.')[1], out var act) || !HasWords($"{act}")
        select $"NoticeTexts.{language}: {key}");

    [Fact]
    public void Calls_are_found()
    {
        var calls = Calls(
        [
            ("A.cs", "class A(Trail trail, TellMember tell) { void M() { trail.Add(db, AuditAct.SignedOut); tell.Add(member, is ? AuditAct.SignedIn\n : AuditAct.Erased, now); } }"),
            ("B.cs", "class B(TellMember notices) { void M(AuditAct act) => notices.Add(member, act, now); }"),
            ("C.cs", "class C(Trail tell) { void M() => tell.Add(member, AuditAct.Erased); }"),
        ]).ToList();
        Assert.Equal(["A.cs", "B.cs"], calls.Select(call => call.Place));
        Assert.Equal(["SignedIn", "Erased"], calls[0].Acts);
        Assert.Empty(calls[1].Acts);
        Assert.True(HasWords("SignedIn"));
        Assert.False(HasWords("Erased"));
    }

    private static bool HasWords(string act) => NoticeText.Acts.Any(known => $"{known}" == act) && ((string[])["th", "en"]).All(language =>
        ResourceTexts.Of("NoticeTexts", language).Values.Keys.Intersect([$"Happened.{act}", $"More.{act}"]).Count() == 2);

    private static IEnumerable<(string Place, List<string> Acts)> Calls(IEnumerable<(string Path, string Text)> sources) =>
        from source in sources
        from Match taken in Taken().Matches(source.Text)
        from Match call in Regex.Matches(source.Text, $@"\b{taken.Groups[1].Value}\.Add\(([^;]*);")
        let named = Act().Matches(call.Groups[1].Value).Select(act => act.Groups[1].Value).ToList()
        select (source.Path, named.Count > 0 ? named : InVariable(source.Text));

    // An act that is chosen before: "var act = email is null ? AuditAct.EmailRemoved : AuditAct.EmailChanged;".
    private static List<string> InVariable(string text) =>
        [.. Chosen().Matches(text).SelectMany(choice => Act().Matches(choice.Value)).Select(act => act.Groups[1].Value)];

    [GeneratedRegex(@"\bTellMember (\w+)")]
    private static partial Regex Taken();

    [GeneratedRegex(@"\b(var act = |Record\(member, )[^;]*;")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\bAuditAct\.(\w+)")]
    private static partial Regex Act();
}
