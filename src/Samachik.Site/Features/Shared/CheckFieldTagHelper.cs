using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;check-field name label value /&gt;</c>: one box; it is ticked when the value is <c>true</c>.</summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes) box.Attributes[attribute.Name] = attribute.Value?.ToString();
        box.AddCssClass("govuk-checkboxes__input");
        box.Attributes["id"] = box.Attributes["name"] = Name;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        box.Attributes["autocomplete"] = "off";
        if (Value == "true") box.Attributes["checked"] = "checked";
        Describe(box);

        var item = new TagBuilder("div");
        item.AddCssClass("govuk-checkboxes__item");
        item.InnerHtml.AppendHtml(box).AppendHtml(LabelTag("govuk-checkboxes__label"));
        var boxes = new TagBuilder("div");
        boxes.AddCssClass("govuk-checkboxes");
        boxes.InnerHtml.AppendHtml(item);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add("class", "govuk-form-group" + (Errors.Count > 0 ? " govuk-form-group--error" : ""));
        AppendNotes(output.Content);
        output.Content.AppendHtml(boxes);
    }
}
