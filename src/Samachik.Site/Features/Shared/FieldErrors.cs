using Microsoft.AspNetCore.Mvc.Rendering;

namespace Samachik.Site.Features.Shared;

/// <summary>The errors of a form's fields, as the summary and the fields show them.</summary>
public static class FieldErrors
{
    /// <summary>A field's errors, in the order they were told.</summary>
    public static IReadOnlyList<string> Of(ViewContext? view, string field) =>
        view?.ModelState.TryGetValue(field, out var entry) == true ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    /// <summary>The error slot of a field.</summary>
    public static TagBuilder Tag(string field, IReadOnlyList<string> errors, string prefix)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var slot = new TagBuilder("p");
        slot.AddCssClass("govuk-error-message");
        slot.Attributes["id"] = $"{field}-error";
        var hidden = new TagBuilder("span");
        hidden.AddCssClass("govuk-visually-hidden");
        hidden.InnerHtml.Append(prefix);
        slot.InnerHtml.AppendHtml(hidden);
        slot.InnerHtml.Append(" " + string.Join(' ', errors));
        return slot;
    }
}
