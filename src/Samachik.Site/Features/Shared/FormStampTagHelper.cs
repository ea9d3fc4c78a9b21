using Microsoft.AspNetCore.Razor.TagHelpers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;form-stamp journey /&gt;</c>: the hidden field without which a form sends no code.</summary>
[HtmlTargetElement("form-stamp", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormStampTagHelper(FormStamps stamps) : TagHelper
{
    /// <summary>The journey it is for, where there is one already.</summary>
    public Guid? Journey { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FormStamps.Field);
        output.Attributes.SetAttribute("value", stamps.Make(Journey));
    }
}
