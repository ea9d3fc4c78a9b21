using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samachik.Browser.Tests.World;

/// <summary>Waits until a browser is where a press led it.</summary>
public static class Arrival
{
    /// <summary>
    /// Waits until the page at an address is loaded; <c>**</c> stands for anything, <c>*</c> for a part of a path. Asks the
    /// browser again and again: who waits for the news of it may have missed that already.
    /// </summary>
    public static async Task ComesToAsync(this IPage page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$"));
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Presses what leads to a page, which may have the address and all marks of the one before, and waits until it is loaded. Needs scripts.</summary>
    public static async Task LeaveByAsync(this IPage page, Func<Task> press)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(press);
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        await press();
        await page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
    }
}
