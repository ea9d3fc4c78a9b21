using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>Nothing that a person typed reaches a page unescaped, and nothing in a page runs by itself.</summary>
public sealed partial class MarkupLaws
{
    /// <summary>
    /// The raw HTML is what Markdown made of our own texts, with HTML in them switched off, and charts, whose every text
    /// an XML writer escaped.
    /// </summary>
    private static readonly Dictionary<string, int> RawHtml = new()
    {
        ["src/Samachik.Site/Features/Officers/Day.cshtml"] = 1,
        ["src/Samachik.Site/Features/Officers/Publishing/Version.cshtml"] = 1,
        ["src/Samachik.Site/Features/Public/Document.cshtml"] = 1,
        ["src/Samachik.Site/Features/Public/Text.cshtml"] = 1,
        ["src/Samachik.Site/Features/Shared/_AgreementSection.cshtml"] = 1,
    };

    private static IEnumerable<SourceFile> Pages => SourceTree.Files.Where(file => file.Is("src/", ".cshtml"));

    [Fact]
    public void Raw_html_stands_only_where_it_is_known() => Law.Holds(
        from file in SourceTree.AllCode
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        let count = Raw().Count(file.Text)
        where count > RawHtml.GetValueOrDefault(file.Path)
        select $"{file.Path}: raw HTML {count} time(s)");

    [Fact]
    public void Every_known_raw_html_is_still_of_our_own_texts() => Law.Holds(
        from pair in RawHtml
        let file = SourceTree.Files.SingleOrDefault(file => file.Path == pair.Key)
        where file is null || !file.Text.Contains("@Html.Raw(shown.Html)", StringComparison.Ordinal)
        select pair.Key);

    [Fact]
    public void Tag_builders_append_only_fixed_markup() => Law.Holds(
        from file in SourceTree.ShippedCode
        from Match call in AppendedText().Matches(file.Text)
        where call.Groups[1].Value.Contains('$', StringComparison.Ordinal) || call.Value.Contains(" + ", StringComparison.Ordinal)
        select $"{file.Path}: {call.Value}");

    [Fact]
    public void No_page_has_a_style_or_a_script_inside() => Law.Holds(
        from file in Pages
        where Inline().IsMatch(file.Text)
        select $"{file.Path}: {Inline().Match(file.Text).Value}");

    [Fact]
    public void Every_form_is_a_post_with_a_token_and_its_own_path() => Law.Holds(
        from file in Pages
        from Match form in Form().Matches(file.Text)
        where !form.Value.Contains("method=\"post\"", StringComparison.Ordinal)
            || !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
            || !form.Value.Contains("action=\"/", StringComparison.Ordinal) && !IsCodeForm(file, form.Value)
        select $"{file.Path}: {form.Value}");

    [Fact]
    public void The_form_token_is_waived_nowhere_but_on_the_error_page() => Law.Holds(
        from file in SourceTree.ShippedCode
        where file.Text.Contains("IgnoreAntiforgeryToken", StringComparison.Ordinal)
            && !file.Path.EndsWith("Features/Errors/Error.cshtml.cs", StringComparison.Ordinal)
        select file.Path);

    // The two forms that several pages share are told the page's own path.
    private static bool IsCodeForm(SourceFile file, string form) =>
        (file.Path.EndsWith("Features/PhoneCodes/_CodeForm.cshtml", StringComparison.Ordinal)
            || file.Path.EndsWith("Features/PhoneCodes/_Work.cshtml", StringComparison.Ordinal))
        && form.Contains("action=\"@Model.Action", StringComparison.Ordinal);

    [GeneratedRegex(@"Html\.Raw\(|\bnew HtmlString\(|\bIHtmlContent Raw")]
    private static partial Regex Raw();

    [GeneratedRegex(@"AppendHtml\((\$?@?"")[^;]*?""\)")]
    private static partial Regex AppendedText();

    [GeneratedRegex(@"<style|\sstyle=""|\son[a-z]+=""|javascript:|<script(?![^>]*\ssrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"<form\s[^>]*>")]
    private static partial Regex Form();
}
