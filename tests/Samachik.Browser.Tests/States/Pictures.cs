using Microsoft.Playwright;

namespace Samachik.Browser.Tests.States;

/// <summary>Saves what the reader sees, for people to look at, in the folder that <c>SAMACHIK_SCREENSHOTS</c> names; else nothing.</summary>
public static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SAMACHIK_SCREENSHOTS");

    /// <summary>Saves the whole page.</summary>
    public static async Task SaveAsync(IPage page, string name)
    {
        if (!string.IsNullOrEmpty(Folder))
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
    }
}
