namespace Samachik.Site.Mail.Drop;

/// <summary>Development's look at the e-mails: a page for people, JSON for scripts. Mapped nowhere else.</summary>
public static class DropPages
{
    /// <summary>Maps <c>/dev/mail.json</c>; the page <c>/dev/mail</c> is a Razor page that answers 404 where nothing is dropped.</summary>
    public static void MapDroppedMails(this IEndpointRouteBuilder app) =>
        app.MapGet("/dev/mail.json", (DroppedMails mails, string? to) => Results.Json(
            mails.Newest(Address(to)).Select(mail => new { mail.To, mail.Subject, mail.Text, mail.Code, mail.Reference, mail.Links, mail.At })))
            .AllowAnonymous();

    // A plus sign that was not escaped in the address arrives as a space.
    private static string? Address(string? to) => string.IsNullOrWhiteSpace(to) ? null : to.Trim().Replace(' ', '+');
}
