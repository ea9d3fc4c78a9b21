using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;textarea-field name label hint value rows maxlength /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("textarea-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>How many lines show at once.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>How many characters a browser takes.</summary>
    public int Maxlength { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var area = new TagBuilder("textarea");
        area.AddCssClass(Errors.Count > 0 ? "govuk-input--error" : "");
        area.AddCssClass("govuk-input sm-textarea");
        area.Attributes["id"] = area.Attributes["name"] = Name;
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.Attributes["autocomplete"] = "off";
        if (Maxlength > 0) area.Attributes["maxlength"] = Maxlength.ToString(CultureInfo.InvariantCulture);
        Describe(area);

        // A browser drops the first line feed inside: this one, not one that was typed.
        area.InnerHtml.Append("\n").Append(Value ?? "");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add("class", "govuk-form-group" + (Errors.Count > 0 ? " govuk-form-group--error" : ""));
        output.Content.AppendHtml(LabelTag());
        AppendNotes(output.Content);
        output.Content.AppendHtml(area);
    }
}
