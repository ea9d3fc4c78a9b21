using System.Globalization;
using Samachik.Site.Settings;

namespace Samachik.Site.Mail.Drop;

/// <summary>Development's way: one file per e-mail in <c>Mail:Folder</c>, as any mail program opens it. Nothing is sent.</summary>
public sealed class DropSender(ComposeMail compose, SiteSettings settings, TimeProvider time) : IMailSender
{
    internal const string Ending = ".eml";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var folder = settings.Mail.Folder;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var name = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"{name}-{mail.Id:N}{Ending}");

        // Under another name until it is whole, so that nobody reads half of it.
        using (var message = compose.Write(mail)) await message.WriteToAsync(file + ".part", stop);
        File.Move(file + ".part", file, overwrite: true);
        return MailOutcome.Accepted;
    }

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken stop) => Task.CompletedTask;
}
