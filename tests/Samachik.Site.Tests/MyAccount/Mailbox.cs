using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>The e-mails that wait to go out, opened with the site's own key.</summary>
internal static partial class Mailbox
{
    /// <summary>All to an address, newest first: subject and text.</summary>
    public static async Task<IReadOnlyList<(string Subject, string Text)>> ToAsync(TestSite site, string address)
    {
        var rows = await site.LookAsync(db => db.OutgoingMails.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync());
        var cipher = site.Service<FieldCipher>();
        return [.. from row in rows
                   where row.ContentCipher is not null
                   let mail = JsonDocument.Parse(cipher.Open(row.ContentCipher ?? [], "outgoing_mails.content", row.Id)).RootElement
                   where mail.GetProperty("To").GetString() == address
                   select (mail.GetProperty("Subject").GetString() ?? "", mail.GetProperty("Text").GetString() ?? "")];
    }

    /// <summary>The code of the newest e-mail with a reference.</summary>
    public static async Task<string> CodeAsync(TestSite site, string address, string reference) =>
        (await ToAsync(site, address)).Where(mail => mail.Text.Contains(reference, StringComparison.Ordinal))
            .Select(mail => SixDigits().Match(mail.Text).Value).First();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
