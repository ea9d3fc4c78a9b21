using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>The e-mails that wait to go out, opened with the site's own key.</summary>
internal static partial class Mailbox
{
    /// <summary>All to an address, newest first: subject and text.</summary>
    public static async Task<IReadOnlyList<(string Subject, string Text)>> ToAsync(TestSite site, string address)
    {
        await Eventually.TrueAsync(
            () => site.LookAsync(async db => !await db.OutgoingMails.AnyAsync(
                row => row.State == MessageState.Waiting || row.State == MessageState.Taken)),
            "all e-mails to be sent");
        return [.. (await site.MailboxAsync(address)).Select(mail => (mail.Subject, mail.Text))];
    }

    /// <summary>The code of the newest e-mail with a reference.</summary>
    public static async Task<string> CodeAsync(TestSite site, string address, string reference) =>
        (await ToAsync(site, address)).Where(mail => mail.Text.Contains(reference, StringComparison.Ordinal))
            .Select(mail => SixDigits().Match(mail.Text).Value).First();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
