using System.Globalization;
using System.Text.RegularExpressions;
using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Settings;

namespace Samachik.Site.Tests.Laws;

/// <summary>Whatever the site can answer, it can say in Thai and in English.</summary>
public sealed partial class TextLaws
{
    private static readonly string[] Endings = ["Verdict", "Flaw", "Outcome", "Axis", "Route", "Step"];

    /// <summary>Enums that no person is shown, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotShown = new()
    {
        ["SaveVerdict"] = "every act turns it into a verdict of its own",
        ["SmsOutcome"] = "between the worker and a gateway",
        ["MailOutcome"] = "between the worker and a sender",
        ["RotationVerdict"] = "a command tells it to the operator",
        ["RegisterVerdict"] = "nobody is told which of them it is",
    };

    /// <summary>What no page asks yet (issue 7): from the first page of the board on, its verdicts have texts as all others.</summary>
    private static readonly string[] AskedByNoPage = Directory.Exists(SourceTree.PathOf("src/Samachik.Site/Features/Board")) ? [] : ["Samachik.Rules.Board."];

    /// <summary>Enums whose texts stand under other names than their own.</summary>
    private static readonly Dictionary<string, string[]> Names = new() { ["PersonNameFlaw"] = ["FirstName", "LastName"] };

    /// <summary>Texts that are in the other language on purpose, or in none.</summary>
    private static readonly string[] OtherLanguage = ["Language.Other", "BirthDateFlaw.ChristianYear", "FromOffice"];

    /// <summary>What my account tells of an act that was done a moment ago.</summary>
    private static readonly string[] Done =
        ["password", "phone", "phone-waits", "phone-cancelled", "email", "email-removed", "name", "closing-taken-back"];

    /// <summary>Notices without a link "this was not me".</summary>
    private static readonly string[] Plain = ["Suspended", "SuspensionLifted", "SuspendedForGood", "DisputeSettled", "DataRequestReceived", "DataRequestAnswered"];

    /// <summary>What the holes of interpolated keys can hold; a new pattern has to be told here.</summary>
    private static readonly Dictionary<string, string[]> Patterns = new()
    {
        ["{Model.Status}.Heading"] = Told(".Heading"),
        ["{Model.Status}.Text"] = Told(".Text"),
        ["Need.{fact}"] = ["Need.Card", "Need.Phone", "Need.Password"],
        ["Need.{fact}.Text"] = ["Need.Card.Text", "Need.Phone.Text", "Need.Password.Text"],
        ["Undone.{Model.Undoing}"] = [.. Enum.GetNames<Samachik.Rules.Recovery.Undoing>().Select(undoing => $"Undone.{undoing}")],
        ["Steps.{state}"] = ["Steps.done", "Steps.todo"],
        ["{field}.Label"] = ["AcceptPrivacy.Label", "AcceptConduct.Label"],
        ["Accept{document}.Missing"] = ["AcceptPrivacy.Missing", "AcceptConduct.Missing"],
        ["Password.Hint.{Settings.Passwords.Rule}"] = ["Password.Hint.Office", "Password.Hint.Standard"],
        ["{key}.Sms"] = [.. Plain.Select(key => $"{key}.Sms")],
        ["{key}.Mail"] = [.. Plain.Select(key => $"{key}.Mail")],
        ["{key}.Subject"] = [.. Plain.Select(key => $"{key}.Subject")],
        ["Evidence.{Model.Member.Level}"] = [.. Enum.GetNames<AssuranceLevel>().Select(level => $"Evidence.{level}")],
        ["Decide.Check.{proposal.Row.Kind}"] = [.. Enum.GetNames<Samachik.Rules.Officers.ProposalKind>().Select(kind => $"Decide.Check.{kind}")],
        ["Happened.{act}"] = [.. NoticeText.Acts.Select(act => $"Happened.{act}")],
        ["More.{act}"] = [.. NoticeText.Acts.Select(act => $"More.{act}")],
        ["Happened.{link.Act}"] = [.. NoticeText.Acts.Select(act => $"Happened.{act}")],
        ["Done.{Model.Done}"] = [.. Done.Select(word => $"Done.{word}")],
        ["Level.{level}.Name"] = Levels(".Name"),
        ["Level.{account.Level}.Name"] = Levels(".Name"),
        ["Level.{level}.Means"] = Levels(".Means"),
        ["Level.{level}.Allows"] = Levels(".Allows"),
        ["Level.{level}.Climb"] = Levels(".Climb"),
        ["Agreements.In.{accepted.Language}"] = ["Agreements.In.Thai", "Agreements.In.English"],
        ["Preview.{agreement.Language}"] = ["Preview.Thai", "Preview.English"],
        ["Changes.{Model.Language}"] = ["Changes.Thai", "Changes.English"],
        // Falls back to the text for both rules where there is none.
        ["PasswordFlaw.{rule}.{flaw}"] = [],
    };

    [Fact]
    public void Every_part_has_the_same_texts_in_both_languages() => Law.Holds(
        from name in ResourceTexts.Names
        let thai = ResourceTexts.Of(name, "th").Values.Keys
        let english = ResourceTexts.Of(name, "en").Values.Keys
        from key in thai.Except(english).Concat(english.Except(thai))
        select $"{name}: {key} is in one language only");

    [Fact]
    public void No_text_is_empty() => Law.Holds(
        from texts in ResourceTexts.All
        from pair in texts.Values
        where string.IsNullOrWhiteSpace(pair.Value) || pair.Value != pair.Value.Trim()
        select $"{texts.Name}.{texts.Language}: {pair.Key} is empty or has spaces around it");

    [Fact]
    public void Both_languages_have_the_same_holes() => Law.Holds(
        from name in ResourceTexts.Names
        let thai = ResourceTexts.Of(name, "th").Values
        from pair in ResourceTexts.Of(name, "en").Values
        where thai.ContainsKey(pair.Key) && Holes(pair.Value) != Holes(thai[pair.Key])
        select $"{name}: {pair.Key}: '{Holes(pair.Value)}' in English, '{Holes(thai[pair.Key])}' in Thai");

    [Fact]
    public void Thai_texts_are_Thai_and_English_ones_are_not() => Law.Holds(
        from texts in ResourceTexts.All
        from pair in texts.Values
        where !OtherLanguage.Contains(pair.Key)
        where pair.Value.Any(c => c is >= 'ก' and <= '๛') != (texts.Language == "th")
        select $"{texts.Name}.{texts.Language}: {pair.Key}: {pair.Value}");

    [Fact]
    public void Every_verdict_flaw_outcome_axis_and_step_has_its_texts()
    {
        var shown = typeof(NationalId).Assembly.GetTypes().Concat(typeof(SiteSettings).Assembly.GetTypes())
            .Where(type => type.IsEnum && Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Where(type => !NotShown.ContainsKey(type.Name) && !AskedByNoPage.Any(place => type.FullName?.StartsWith(place, StringComparison.Ordinal) == true)).ToList();
        Assert.True(shown.Count > 12, $"Only {shown.Count} enums were found.");
        Law.Holds(
            from type in shown
            from name in Names.GetValueOrDefault(type.Name, [type.Name])
            from value in Enum.GetNames(type)
            from language in (string[])["th", "en"]
            where !ResourceTexts.All.Any(texts => texts.Language == language && texts.Values.ContainsKey($"{name}.{value}"))
            select $"{name}.{value} has no text in {language}");
    }

    [Fact]
    public void Every_text_asked_for_exists()
    {
        Assert.True(TextUse.All.Count > 100, $"Only {TextUse.All.Count} uses were found.");
        Law.Holds(
            from use in TextUse.All
            where !use.IsPattern
            from language in (string[])["th", "en"]
            where !ResourceTexts.Of(use.Part, language).Values.ContainsKey(use.Key)
            select $"{use.File}: {use.Part} has no {use.Key} in {language}");
    }

    [Fact]
    public void Every_text_that_an_interpolated_key_can_ask_for_exists() => Law.Holds(
        from use in TextUse.All
        where use.IsPattern
        let expanded = Expand(use.Key)
        from breach in expanded is null ? [$"{use.File}: tell TextLaws what '{use.Key}' can be"]
            : from key in expanded
              from language in (string[])["th", "en"]
              where !ResourceTexts.Of(use.Part, language).Values.ContainsKey(key)
              select $"{use.File}: {use.Part} has no {key} in {language}"
        select breach);

    [Fact]
    public void Every_text_is_used()
    {
        var used = TextUse.All.SelectMany(use => use.IsPattern ? Expand(use.Key) ?? [] : [use.Key]).ToHashSet();
        var enums = typeof(NationalId).Assembly.GetTypes().Concat(typeof(SiteSettings).Assembly.GetTypes()).Where(type => type.IsEnum)
            .SelectMany(type => Names.GetValueOrDefault(type.Name, [type.Name])).ToHashSet();
        Law.Holds(
            from name in ResourceTexts.Names
            from key in ResourceTexts.Of(name, "th").Values.Keys
            where !used.Contains(key) && !enums.Contains(key.Split('.')[0])
            select $"{name}: {key} is used nowhere");
    }

    private static string[]? Expand(string pattern)
    {
        if (Patterns.TryGetValue(pattern, out var known)) return known;
        if (EnumPattern().Match(pattern) is not { Success: true } match) return null;
        var prefix = match.Groups[1].Value;
        var type = typeof(NationalId).Assembly.GetTypes().Concat(typeof(SiteSettings).Assembly.GetTypes()).FirstOrDefault(type =>
            type.IsEnum && Names.GetValueOrDefault(type.Name, [type.Name]).Contains(prefix));
        return type is null ? null : [.. Enum.GetNames(type).Select(value => $"{prefix}.{value}")];
    }

    private static string[] Levels(string ending) => [.. Enum.GetNames<AssuranceLevel>().Select(level => $"Level.{level}{ending}")];

    private static string[] Told(string ending)
    {
        var source = SourceTree.Files.Single(file => file.Path.EndsWith("Features/Errors/Error.cshtml.cs", StringComparison.Ordinal)).Text;
        var list = Regex.Match(source, @"Told = \[([0-9, ]+)\]");
        return [.. list.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries).Select(status => status + ending)];
    }

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text)
        .Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(\w+)\.\{[^}]+\}$")]
    private static partial Regex EnumPattern();
}
