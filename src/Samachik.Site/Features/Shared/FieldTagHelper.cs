using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary>What every field has: a label, a hint, and its errors, tied to the input for screen readers.</summary>
public abstract class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>The field's name and the input's id.</summary>
    public string Name { get; set; } = "";

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary>A line under the label; none when empty.</summary>
    public string? Hint { get; set; }

    /// <summary>What was typed before.</summary>
    public string? Value { get; set; }

    /// <summary>The page's view, for its errors.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <summary>The texts that all fields share.</summary>
    protected IStringLocalizer<SharedTexts> Texts => texts;

    /// <summary>The field's errors.</summary>
    protected IReadOnlyList<string> Errors => FieldErrors.Of(ViewContext, Name);

    /// <summary>The label, as HTML.</summary>
    protected TagBuilder LabelTag(string extraClass = "")
    {
        var label = new TagBuilder("label");
        label.AddCssClass(("govuk-label " + extraClass).TrimEnd());
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(Label);
        return label;
    }

    /// <summary>The hint and the errors, as HTML.</summary>
    protected void AppendNotes(TagHelperContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Hint is { Length: > 0 })
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass("govuk-hint");
            hint.Attributes["id"] = $"{Name}-hint";
            hint.InnerHtml.Append(Hint);
            content.AppendHtml(hint);
        }

        if (Errors.Count > 0) content.AppendHtml(FieldErrors.Tag(Name, Errors, texts["Error.Prefix"]));
    }

    /// <summary>Ties an input to its hint and errors.</summary>
    protected void Describe(TagBuilder input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ids = new List<string>();
        if (Hint is { Length: > 0 }) ids.Add($"{Name}-hint");
        if (Errors.Count > 0) ids.Add($"{Name}-error");
        if (ids.Count > 0) input.Attributes["aria-describedby"] = string.Join(' ', ids);
        if (Errors.Count == 0) return;
        input.Attributes["aria-invalid"] = "true";
    }
}
