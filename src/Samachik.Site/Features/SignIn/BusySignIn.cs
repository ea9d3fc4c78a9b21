using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Samachik.Rules.Agreements;
using Samachik.Rules.People;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>
/// Refuses sign-ins while the hashing gate is full, with the very page that would be made for them, kept from the first
/// refusal in each language and filled with what was sent: so a refusal costs a small part of what the page does.
/// </summary>
public sealed partial class BusySignIn(HashingGate gate, SignInMessages messages, SiteSettings settings, HtmlEncoder encoder)
{
    // What is sent back, by its field; all else on the page is the same for everybody. The first is in every form.
    private static readonly string[] Fields = ["__RequestVerificationToken", FormStamps.Field, nameof(IndexModel.ReturnUrl), nameof(IndexModel.NationalId)];

    private readonly ConcurrentDictionary<ReadingLanguage, IReadOnlyList<Part>> kept = new();

    /// <summary>Answers in the page's place where it can; all else goes on.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!gate.IsFull || Typed(context.Request) is not { } typed) return next(context);
        return kept.TryGetValue(Languages.Current, out var page) ? FillAsync(context.Response, page, typed) : KeepAsync(context, next);
    }

    // Null: not a stranger's sign-in in good form. Whoever sent it without the token's cookie is told so by the page.
    private Dictionary<string, string>? Typed(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.Path != SignInPaths.Start || request.QueryString.HasValue || !request.HasFormContentType
            || !request.Cookies.ContainsKey(settings.CookieName("form")) || request.Cookies.ContainsKey(settings.CookieName("session"))) return null;
        var typed = Fields.ToDictionary(field => field, field => request.Form[field].ToString(), StringComparer.Ordinal);
        if (typed[Fields[0]].Length == 0 || messages.FlawOf(request.Form[nameof(IndexModel.Password)]) is not null
            || !NationalId.TryParse(typed[nameof(IndexModel.NationalId)], settings.SignUp.AcceptLeadingZero, out var id, out _)) return null;
        typed[nameof(IndexModel.NationalId)] = id.Grouped;
        return typed;
    }

    private async Task FillAsync(HttpResponse response, IReadOnlyList<Part> page, Dictionary<string, string> typed)
    {
        IndexModel.TellBusy(response);
        response.ContentType = "text/html; charset=utf-8";
        var shown = typed.ToDictionary(field => field.Key, field => Encoding.UTF8.GetBytes(encoder.Encode(field.Value)), StringComparer.Ordinal);
        response.ContentLength = page.Sum(part => part.Bytes.Length + (part.Field is null ? 0 : shown[part.Field].Length));
        foreach (var part in page)
        {
            response.BodyWriter.Write(part.Bytes.Span);
            if (part.Field is not null) response.BodyWriter.Write(shown[part.Field]);
        }

        await response.BodyWriter.FlushAsync();
    }

    private async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        var (body, language) = (context.Response.Body, Languages.Current);
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && Cut(Encoding.UTF8.GetString(made.ToArray())) is { } page) kept[language] = page;
        made.Position = 0;
        await made.CopyToAsync(body, context.RequestAborted);
    }

    // Null: it is not the page that it should be, and is not kept.
    private static List<Part>? Cut(string page)
    {
        var (parts, at, form) = (new List<Part>(), 0, page.IndexOf("action=\"/sign-in\"", StringComparison.Ordinal));
        foreach (Match field in Field().Matches(page))
        {
            var (name, value) = (field.Groups["name"].Value, field.Groups["value"]);
            if (name != Fields[0] && field.Index < form) continue; // of the form beside it, which changes the language
            parts.Add(new(Encoding.UTF8.GetBytes(page[at..value.Index]), name));
            at = value.Index + value.Length;
        }

        parts.Add(new(Encoding.UTF8.GetBytes(page[at..]), null));
        return form >= 0 && Fields.All(field => parts.Exists(part => part.Field == field)) ? parts : null;
    }

    [GeneratedRegex("<input[^>]* name=\"(?<name>NationalId|ReturnUrl|FormStamp|__RequestVerificationToken)\"[^>]* value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Field();

    /// <summary>A piece of the page, and the field that is shown after it.</summary>
    private sealed record Part(ReadOnlyMemory<byte> Bytes, string? Field);
}
