using Samachik.Site.Settings;

namespace Samachik.Site.Tests.Storage;

/// <summary>Settings as the site reads them, from keys and values alone.</summary>
public static class SettingsOf
{
    /// <summary>Reads them for Development.</summary>
    public static SiteSettings Development(params (string Key, string Value)[] values) => ReadSettings.From(From(values), isDevelopment: true);

    /// <summary>Reads them for every other environment.</summary>
    public static SiteSettings Production(params (string Key, string Value)[] values) => ReadSettings.From(From(values), isDevelopment: false);

    /// <summary>All faults of settings; none when they can be used.</summary>
    public static IReadOnlyList<string> Faults(bool isDevelopment, params (string Key, string Value)[] values)
    {
        try
        {
            ReadSettings.From(From(values), isDevelopment);
            return [];
        }
        catch (SettingsException e)
        {
            return e.Faults;
        }
    }

    private static IConfiguration From((string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
