using Samachik.Rules.People;

namespace Samachik.Site.Sms.Outbox;

/// <summary>Development's look into the outbox: a page for people, JSON for scripts. Mapped nowhere else.</summary>
public static class OutboxPages
{
    /// <summary>Maps <c>/dev/sms.json</c>; the page <c>/dev/sms</c> is a Razor page that answers 404 outside Development.</summary>
    public static void MapOutbox(this IEndpointRouteBuilder app) =>
        app.MapGet("/dev/sms.json", (OutboxMessages outbox, string? to) => Results.Json(
            outbox.Newest(Number(to)).Select(message => new { message.To, message.Text, message.Reference, message.Code, message.At }))).AllowAnonymous();

    // A plus sign that was not escaped in the address arrives as a space.
    private static string? Number(string? to) => string.IsNullOrWhiteSpace(to) ? null
        : ThaiMobileNumber.TryParse(to.Trim(), out var number, out _) ? number.E164 : to;
}
