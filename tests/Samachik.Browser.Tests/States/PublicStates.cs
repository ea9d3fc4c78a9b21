using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>The pages that anybody may open, and those that tell what went wrong.</summary>
public static class PublicStates
{
    private const string PostToPrivacy = "() => { const form = document.forms[0]; form.action = '/privacy'; form.submit(); }";
    private const string LongName = "() => { document.getElementById('FirstName').value = 'a'.repeat(70000); }";
    private const string ForgedToken = "() => { for (const token of document.getElementsByName('__RequestVerificationToken')) token.value = 'forged'; }";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        At("home", "/"),
        new("home-signed-in", async (_, reader) =>
        {
            await reader.BecomeMemberAsync();
            await reader.GoAsync("/");
        }),
        At("privacy", "/privacy"),
        At("conduct", "/conduct"),
        At("contact", "/contact"),
        At("accessibility", "/accessibility"),
        At("recovery", "/recovery"),
        new("outbox", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.ReadCodeAsync();
            await reader.GoAsync("/dev/sms");
        }),
        At("mailbox", "/dev/mail"),
        new("session-warning", (_, reader) => WarnedAsync(reader)),
        new("session-over", async (_, reader) =>
        {
            await WarnedAsync(reader);
            await reader.Page.Clock.FastForwardAsync("02:00");
            await reader.Page.Locator("#session-again").WaitForAsync();
        }),
        At("error-400", "/sign-up/agreement", async reader =>
        {
            await reader.Page.EvaluateAsync(ForgedToken);
            await reader.SendAsync();
            await reader.Page.WaitForFunctionAsync("() => !document.forms.length");
        }),
        At("error-404", "/no-such-page"),
        At("error-405", "/", async reader =>
        {
            await reader.Page.EvaluateAsync(PostToPrivacy);
            await reader.Page.ComesToAsync("**/privacy");
        }),
        new("error-413", async (_, reader) =>
        {
            await reader.AgreeAsync();
            await reader.Page.EvaluateAsync(LongName);
            await reader.SendAsync();
            await reader.Page.WaitForFunctionAsync("() => !document.forms.length");
        }),
        At("error-429", "/errors/429"),
        At("error-500", "/errors/500"),
        At("error-503", "/errors/503"),
    ];

    private static async Task WarnedAsync(Reader reader)
    {
        await reader.BecomeMemberAsync();
        await reader.Page.Clock.InstallAsync();
        await reader.GoAsync("/contact");
        await reader.Page.Clock.FastForwardAsync("28:05");
        await reader.Page.Locator("#session-warning[open]").WaitForAsync();
    }

    private static PageState At(string name, string path, Func<Reader, Task>? then = null) => new(name, async (_, reader) =>
    {
        await reader.GoAsync(path);
        if (then is not null) await then(reader);
    });
}
