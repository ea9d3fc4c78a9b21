using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;select-field name label options autocomplete /&gt;</c>: one choice of a list, as part of a date.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>Values with the words shown for them.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; set; } = [];

    /// <summary>The autocomplete word of HTML.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var select = new TagBuilder("select");
        select.AddCssClass(Errors.Count > 0 ? "govuk-select govuk-select--error" : "govuk-select");
        select.Attributes["id"] = select.Attributes["name"] = Name;
        select.Attributes["autocomplete"] = Autocomplete;
        Describe(select);
        foreach (var (value, text) in Options)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = value;
            if (value == (Value ?? "")) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(text);
            select.InnerHtml.AppendHtml(option);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add("class", "govuk-form-group");
        output.Content.AppendHtml(LabelTag("govuk-date-input__label"));
        output.Content.AppendHtml(select);
    }
}
