using Samachik.Site.Settings;

namespace Samachik.Site.Mail;

/// <summary>Everything that sends e-mail.</summary>
public static class MailFeature
{
    /// <summary>Adds the queue.</summary>
    public static void AddMail(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<MailQueue>();
    }
}
