using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;year-field name label /&gt;</c>: the typed year of a date, whose errors stand above the whole date.</summary>
[HtmlTargetElement("year-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class YearFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>The autocomplete word of HTML.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(Errors.Count > 0 ? "govuk-input--error" : "");
        input.AddCssClass("govuk-input govuk-date-input__input govuk-input--width-5 sm-number");
        input.Attributes["id"] = input.Attributes["name"] = Name;
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["autocomplete"] = Autocomplete;
        input.Attributes["data-digits"] = "";
        if (Value is not null) input.Attributes["value"] = Value;
        Describe(input);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add("class", "govuk-form-group");
        output.Content.AppendHtml(LabelTag("govuk-date-input__label"));
        output.Content.AppendHtml(input);
    }
}
