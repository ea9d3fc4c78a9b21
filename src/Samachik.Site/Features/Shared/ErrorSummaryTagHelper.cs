using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;error-summary fields="A,B" /&gt;</c>: all errors of the named fields, each linking to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>The fields in the order of the page.</summary>
    public string Fields { get; set; } = "";

    /// <summary>The page's view, for its errors.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = Fields.Split(',').SelectMany(field => FieldErrors.Of(ViewContext, field).Select(text => (field, text))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = new TagBuilder("ul");
        list.AddCssClass("govuk-list govuk-error-summary__list");
        foreach (var (field, text) in errors)
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = $"#{field}";
            link.InnerHtml.Append(text);
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Add("class", "govuk-error-summary");
        output.Attributes.Add("data-module", "govuk-error-summary");
        output.Content.AppendHtml("<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">");
        output.Content.Append(texts["Error.Summary", errors.Count]);
        output.Content.AppendHtml("</h2><div class=\"govuk-error-summary__body\">").AppendHtml(list).AppendHtml("</div></div>");
    }
}
