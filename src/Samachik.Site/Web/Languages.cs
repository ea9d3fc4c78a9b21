using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Samachik.Rules.Agreements;
using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>
/// The reader's language. Only texts follow it (CurrentUICulture); numbers and dates stay invariant
/// (CurrentCulture), whatever the machine or the browser says.
/// </summary>
public static class Languages
{
    /// <summary>The language of this request.</summary>
    public static ReadingLanguage Current => LanguageTag.Read(CultureInfo.CurrentUICulture.Name);

    /// <summary>Adds Thai as the default and English by the reader's own choice.</summary>
    public static void AddLanguages(this IServiceCollection services, SiteSettings settings)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("th"));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [CultureInfo.GetCultureInfo("th"), CultureInfo.GetCultureInfo("en")];
            options.RequestCultureProviders =
                [new CookieRequestCultureProvider { CookieName = settings.CookieName("language"), Options = options }];
        });
    }

    /// <summary>Remembers the reader's choice in a cookie of a year.</summary>
    public static void Remember(HttpResponse response, SiteSettings settings, ReadingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        response.Cookies.Append(
            settings.CookieName("language"), $"c={LanguageTag.Of(language)}|uic={LanguageTag.Of(language)}",
            Cookies.Strict(settings, TimeSpan.FromDays(365)));
    }
}
