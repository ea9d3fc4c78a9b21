using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Samachik.Site.Tests;

/// <summary>What the site answered to one request, read as a browser reads it.</summary>
public sealed class Reply
{
    private readonly Lazy<IHtmlDocument> document;

    internal Reply(string path, HttpResponseMessage response, string body)
    {
        Path = path;
        Status = response.StatusCode;
        Body = body;
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join("\n", header.Value), StringComparer.OrdinalIgnoreCase);
        document = new(() => new HtmlParser().ParseDocument(Body));
    }

    /// <summary>Path and query that were asked for.</summary>
    public string Path { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>All headers; several of one name on lines of their own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as text.</summary>
    public string Body { get; }

    /// <summary>The page.</summary>
    public IHtmlDocument Document => document.Value;

    /// <summary>Where a redirect leads; null when it is none.</summary>
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>The reference of the current code.</summary>
    public string? Reference => Document.GetElementById("code-reference")?.TextContent.Trim();

    /// <summary>The seconds left on the clock of the code page; null when there is no clock.</summary>
    public int? SecondsLeft => Document.GetElementById("code-clock")?.GetAttribute("data-seconds-left") is { } seconds
        ? int.Parse(seconds, CultureInfo.InvariantCulture) : null;

    /// <summary>The links of the error summary: target and text, in order.</summary>
    public IReadOnlyList<(string Href, string Text)> Summary =>
        [.. Document.QuerySelectorAll("[role=alert] a[href^='#']").Select(a => (a.GetAttribute("href") ?? "", a.TextContent.Trim()))];

    /// <summary>The message in a field's error slot; null when there is none.</summary>
    public string? ErrorOf(string field)
    {
        var slot = Document.GetElementById($"{field}-error");
        return slot is null ? null : string.Concat(slot.ChildNodes.OfType<IText>().Select(text => text.Data)).Trim();
    }

    /// <summary>All fields with an error slot, in the page's order.</summary>
    public IReadOnlyList<string> FieldsInError =>
        [.. Document.QuerySelectorAll("[id$='-error']").Select(slot => (slot.Id ?? "")[..^"-error".Length])];

    /// <summary>What a field shows: an input's value, a select's choice, <c>true</c> for a ticked box.</summary>
    public string? Shown(string field) => Document.GetElementById(field) switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.HasAttribute("checked") ? "true" : null,
        IHtmlInputElement input => input.GetAttribute("value"),
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.QuerySelector("option[selected]")?.GetAttribute("value"),
        _ => null,
    };
}
