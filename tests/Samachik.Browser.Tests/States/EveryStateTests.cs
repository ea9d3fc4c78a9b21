using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>Every page in every state and both languages: accessible, whole on small screens and with large letters, quiet.</summary>
public abstract class EveryStateTests(BrowserAndSites world)
{
    private const int Wide = 1280;
    private const int Phone = 360;
    private const int SmallestPhone = 320;
    private const int WidthForLargeText = 640;

    /// <summary>The names of some states, in both languages.</summary>
    protected static TheoryData<string, Language> Of(IEnumerable<PageState> states)
    {
        var data = new TheoryData<string, Language>();
        foreach (var state in states)
            foreach (var language in Enum.GetValues<Language>())
                data.Add(state.Name, language);
        return data;
    }

    /// <summary>Brings a state about once and looks at it in every way.</summary>
    protected async Task CheckAsync(string name, Language language)
    {
        var state = PageState.All[name];
        await using var reader = await Reader.OpenAsync(world, new(state.Site, language));
        await state.ReachAsync(world, reader);
        var page = reader.Page;

        // What a state is known by may be there before the rest of its page.
        await page.WaitForLoadStateAsync(LoadState.Load);
        var faults = new List<string>();
        foreach (var width in new[] { Wide, Phone })
        {
            await page.SetViewportSizeAsync(width, 800);
            await Pictures.SaveAsync(page, $"{name}-{language}-{width}");
            faults.AddRange((await Axe.ViolationsAsync(page)).Select(fault => $"{width} px: {fault}"));
        }

        faults.AddRange((await Layout.FaultsAsync(page, SmallestPhone)).Select(fault => $"{SmallestPhone} px: {fault}"));
        await Pictures.SaveAsync(page, $"{name}-{language}-{SmallestPhone}");
        await Layout.SetTextSizeAsync(page, 200);
        faults.AddRange((await Layout.FaultsAsync(page, WidthForLargeText)).Select(fault => $"200 %: {fault}"));
        await Pictures.SaveAsync(page, $"{name}-{language}-{WidthForLargeText}-large");
        faults.AddRange(reader.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}

/// <summary>The states of the public pages and the error pages.</summary>
public sealed class PublicStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(PublicStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of the sign-up, codes aside.</summary>
public sealed class SignUpStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(SignUpStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of the code page.</summary>
public sealed class CodeStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(CodeStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of my account.</summary>
public sealed class MemberStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(MemberStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of sign-in, recovery and "this was not me".</summary>
public sealed class ComingBackStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(ComingBackStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of a site that is full.</summary>
public sealed class BusyStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(BusyStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of the staff's console.</summary>
public sealed class OfficerStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of([.. OfficerStates.All, .. ApprovalStates.All]);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of the pages that look over what the staff do.</summary>
public sealed class AccountabilityStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(AccountabilityStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of the agreements in the console.</summary>
public sealed class PublishingStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(PublishingStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}

/// <summary>The states of requests about data in the console.</summary>
public sealed class DataRequestStateTests(BrowserAndSites world) : EveryStateTests(world)
{
    /// <summary>The states.</summary>
    public static TheoryData<string, Language> States => Of(DataRequestStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_is_accessible_whole_and_quiet(string state, Language language) => CheckAsync(state, language);
}
