using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary><c>&lt;password-field name label hint /&gt;</c>: never shows a value back; show and hide where scripts run.</summary>
[HtmlTargetElement("password-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>The autocomplete word of HTML.</summary>
    public string Autocomplete { get; set; } = "new-password";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.Add(
            "class", "govuk-form-group govuk-password-input" + (Errors.Count > 0 ? " govuk-form-group--error" : ""));
        output.Attributes.Add("data-module", "govuk-password-input");
        output.Attributes.Add("data-i18n.show-password", Texts["Password.Show"].Value);
        output.Attributes.Add("data-i18n.hide-password", Texts["Password.Hide"].Value);
        output.Attributes.Add("data-i18n.show-password-aria-label", Texts["Password.ShowThis", Label].Value);
        output.Attributes.Add("data-i18n.hide-password-aria-label", Texts["Password.HideThis", Label].Value);
        output.Attributes.Add("data-i18n.password-shown-announcement", Texts["Password.Shown"].Value);
        output.Attributes.Add("data-i18n.password-hidden-announcement", Texts["Password.Hidden"].Value);
        output.Content.AppendHtml(LabelTag());
        AppendNotes(output.Content);
        output.Content.AppendHtml(Wrapper());
        output.Content.AppendHtml(inside);
    }

    private TagBuilder Wrapper()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(Errors.Count > 0 ? "govuk-input--error" : "");
        input.AddCssClass("govuk-input govuk-password-input__input govuk-js-password-input-input");
        input.Attributes["id"] = input.Attributes["name"] = Name;
        input.Attributes["type"] = "password";
        input.Attributes["spellcheck"] = "false";
        input.Attributes["autocapitalize"] = "none";
        input.Attributes["autocomplete"] = Autocomplete;
        Describe(input);

        var toggle = new TagBuilder("button");
        toggle.AddCssClass("govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle");
        toggle.Attributes["type"] = "button";
        toggle.Attributes["data-module"] = "govuk-button";
        toggle.Attributes["aria-controls"] = Name;
        toggle.Attributes["aria-label"] = Texts["Password.ShowThis", Label];
        toggle.Attributes["hidden"] = "hidden";
        toggle.InnerHtml.Append(Texts["Password.Show"]);

        var wrapper = new TagBuilder("div");
        wrapper.AddCssClass("govuk-input__wrapper govuk-password-input__wrapper");
        wrapper.InnerHtml.AppendHtml(input).AppendHtml(toggle);
        return wrapper;
    }
}
