using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Samachik.Site.Tests;

/// <summary>The site's own texts, to tell that a page says the one that is meant and no other.</summary>
public static class SiteTexts
{
    /// <summary>A text in a language, <c>th</c> or <c>en</c>; the test fails when the site has none such.</summary>
    public static string Of<TTexts>(TestSite site, string language, string key, params object[] arguments)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var text = site.Service<IStringLocalizer<TTexts>>()[key];
            Assert.False(text.ResourceNotFound, $"There is no text {key} in {language}.");
            return string.Format(CultureInfo.InvariantCulture, text.Value, arguments);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
