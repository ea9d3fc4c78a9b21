using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;text-field name label hint autocomplete /&gt;</c>: one line of text; other attributes go to the input.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>The autocomplete word of HTML.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>The kind of input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Classes beside the input's own.</summary>
    public string? InputClass { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes) input.Attributes[attribute.Name] = attribute.Value?.ToString();
        input.AddCssClass(Errors.Count > 0 ? "govuk-input--error" : "");
        input.AddCssClass($"govuk-input {InputClass}".TrimEnd());
        input.Attributes["id"] = input.Attributes["name"] = Name;
        input.Attributes["type"] = Type;
        input.Attributes["autocomplete"] = Autocomplete;
        input.Attributes["spellcheck"] = "false";
        if (Value is not null) input.Attributes["value"] = Value;
        Describe(input);

        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add("class", "govuk-form-group" + (Errors.Count > 0 ? " govuk-form-group--error" : ""));
        output.Content.AppendHtml(LabelTag());
        AppendNotes(output.Content);
        output.Content.AppendHtml(input);
        output.Content.AppendHtml(inside);
    }
}
