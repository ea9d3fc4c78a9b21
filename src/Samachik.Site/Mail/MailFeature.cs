using Samachik.Site.Mail.Drop;
using Samachik.Site.Mail.Smtp;
using Samachik.Site.Settings;

namespace Samachik.Site.Mail;

/// <summary>Everything that sends e-mail.</summary>
public static class MailFeature
{
    /// <summary>Adds the queue, the worker and the one way out.</summary>
    public static void AddMail(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<MailQueue>();
        services.AddSingleton<ComposeMail>();
        services.AddHostedService<MailWorker>();
        switch (settings.Mail.Kind)
        {
            case MailKind.None:
                services.AddSingleton<IMailSender, NoMail>();
                break;
            case MailKind.Drop:
                services.AddSingleton<IMailSender, DropSender>();
                services.AddSingleton<DroppedMails>();
                break;
            case MailKind.Smtp:
                services.AddSingleton<IMailSender, SmtpSender>();
                break;
        }
    }

    /// <summary>Maps Development's look at the e-mails, where there are any to look at.</summary>
    public static void MapMail(this IEndpointRouteBuilder app, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Mail.Kind == MailKind.Drop) app.MapDroppedMails();
    }
}
