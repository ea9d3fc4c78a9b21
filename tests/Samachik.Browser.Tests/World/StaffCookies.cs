using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Samachik.Browser.Tests.World;

/// <summary>The cookies of staff whom states share: one of each role and language, who joins when a state first asks.</summary>
public static class StaffCookies
{
    private static readonly ConcurrentDictionary<(BrowserAndSites, string, Language), SharedCookies> Known = new();

    /// <summary>Of somebody in a role, on the shipped site.</summary>
    public static Task<IReadOnlyList<Cookie>> OfAsync(BrowserAndSites world, string role, Language language) =>
        Known.GetOrAdd((world, role, language), _ => new(() => JoinAsync(world, role, language))).GetAsync();

    private static async Task<IReadOnlyList<Cookie>> JoinAsync(BrowserAndSites world, string role, Language language)
    {
        await using var reader = await Reader.OpenAsync(world, new(Language: language));
        await Officer.JoinAsync(reader, role);
        return await reader.CookiesAsync();
    }
}
