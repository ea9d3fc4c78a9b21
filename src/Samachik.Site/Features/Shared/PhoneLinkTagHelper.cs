using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;phone-link number /&gt;</c>: a number of the office that a phone can call by a tap.</summary>
[HtmlTargetElement("phone-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhoneLinkTagHelper : TagHelper
{
    /// <summary>The number as people write it.</summary>
    public string Number { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-link sm-number");
        output.Attributes.SetAttribute("href", $"tel:{new string([.. Number.Where(char.IsAsciiDigit)])}");
        output.Content.SetContent(Number);
    }
}
