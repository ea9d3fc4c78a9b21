namespace Samachik.Site.Web;

/// <summary>
/// Tells a browser and its device in a few words, for a person to recognise their own. It knows the families that
/// matter in Thailand and says nothing of others; what a browser says of itself proves nothing.
/// </summary>
public static class DeviceName
{
    private const int LongestRead = 1000;

    // The first that fits: most browsers also claim to be those further down.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Line/", "LINE"), ("FBAN", "Facebook"), ("FBAV", "Facebook"), ("SamsungBrowser", "Samsung Internet"), ("HuaweiBrowser", "Huawei Browser"),
        ("MiuiBrowser", "Mi Browser"), ("UCBrowser", "UC Browser"), ("EdgA/", "Edge"), ("EdgiOS", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"),
        ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Devices =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"),
        ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>"Chrome, Android"; empty when the browser says nothing that we know.</summary>
    public static string Of(string? userAgent)
    {
        var text = userAgent is { Length: > LongestRead } ? userAgent[..LongestRead] : userAgent ?? "";
        return string.Join(", ", new[] { First(Browsers, text), First(Devices, text) }.OfType<string>());
    }

    private static string? First((string Sign, string Name)[] known, string text) =>
        known.FirstOrDefault(pair => text.Contains(pair.Sign, StringComparison.Ordinal)).Name;
}
