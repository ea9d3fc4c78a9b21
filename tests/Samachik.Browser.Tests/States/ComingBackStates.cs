using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>Sign-in, recovery and "this was not me".</summary>
public static class ComingBackStates
{
    /// <summary>What a recovery sets.</summary>
    public const string NewPassword = "lamyai63Daeng";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("sign-in", (_, reader) => reader.GoAsync("/sign-in")),
        new("sign-in-missing", async (_, reader) =>
        {
            await reader.GoAsync("/sign-in");
            await MemberStates.RefusedAsync(reader);
        }),
        new("sign-in-wrong", async (_, reader) =>
        {
            await SignInAsync(reader);
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        new("sign-in-code", async (world, reader) =>
        {
            await MemberElsewhereAsync(world, reader);
            await SignInAsync(reader);
            await reader.Page.ComesToAsync("**/sign-in/code");
        }),
        new("sign-in-returning", async (world, reader) =>
        {
            await MemberElsewhereAsync(world, reader, MemberStates.CloseAsync);
            await SignInAsync(reader);
            await reader.Page.ComesToAsync("**/sign-in/code");
            await reader.GiveCodeAsync();
            await reader.Page.ComesToAsync("**/sign-in/returning");
        }),
        new("sign-in-suspended", (world, reader) => MeetAsync(world, reader, "/sign-in/suspended",
            "UPDATE members SET suspended_at = @now, suspended_until = @now + 604800000, suspension_rule = 4 WHERE id = @id")),
        new("sign-in-suspended-for-long", (world, reader) => MeetAsync(world, reader, "/sign-in/suspended",
            "UPDATE members SET suspended_at = @now WHERE id = @id")),
        new("sign-in-frozen", (world, reader) => MeetAsync(world, reader, "/sign-in/frozen",
            "UPDATE members SET frozen_at = @now WHERE id = @id")),
        new("sign-in-agreement", OweAsync),
        new("sign-in-agreement-missing", async (world, reader) =>
        {
            await OweAsync(world, reader);
            await MemberStates.RefusedAsync(reader);
        }),
        new("recovery-missing", async (_, reader) =>
        {
            await reader.GoAsync("/recovery");
            await MemberStates.RefusedAsync(reader);
        }),
        new("recovery-code", (_, reader) => AskAsync(reader)),
        new("recovery-new-password", AtNewPasswordAsync),
        new("recovery-new-password-errors", async (world, reader) =>
        {
            await AtNewPasswordAsync(world, reader);
            await MemberStates.RefusedAsync(reader);
        }),
        new("recovery-done", async (world, reader) =>
        {
            await AtNewPasswordAsync(world, reader);
            await SetPasswordAsync(reader);
        }),
        new("recovery-help", (_, reader) => reader.GoAsync("/recovery/help")),
        new("recovery-help-errors", async (_, reader) =>
        {
            await reader.GoAsync("/recovery/help");
            await MemberStates.RefusedAsync(reader);
        }),
        new("recovery-officer-code", (_, reader) => reader.GoAsync("/recovery/officer-code")),
        new("recovery-officer-code-errors", async (_, reader) =>
        {
            await reader.GoAsync("/recovery/officer-code");
            await reader.Field("NationalId").FillAsync(reader.Person.NationalId);
            await reader.Field("RecoveryCode").FillAsync("1234 5678");
            await reader.SendAsync();
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        new("recovery-help-sent", async (_, reader) =>
        {
            await reader.GoAsync("/recovery/help");
            await reader.Field("NationalId").FillAsync(reader.Person.NationalId);
            await reader.Field("Phone").FillAsync(reader.Person.Phone);
            await reader.Field("Note").FillAsync("ทำโทรศัพท์หาย");
            await reader.SendAsync();
            await reader.Page.ComesToAsync("**/recovery/help/sent");
        }),
        new("not-me", async (world, reader) =>
        {
            await MemberElsewhereAsync(world, reader, MemberStates.ChangePasswordAsync);
            await reader.GoAsync(await reader.ReadLinkAsync());
        }),
        new("not-me-no-such-link", (_, reader) => reader.GoAsync("/not-me/no-such-word")),
        new("not-me-done", DisavowAsync),
        new("recovery-waiting", AtWaitingAsync),
    ];

    /// <summary>A member whose account an officer changed, as <paramref name="sql"/> says; both proofs lead to a page about it.</summary>
    public static async Task MeetAsync(BrowserAndSites world, Reader reader, string path, string sql)
    {
        await MemberElsewhereAsync(world, reader, async elsewhere =>
            await reader.Site.ChangeMemberAsync(await elsewhere.ReadAccountIdAsync(), sql));
        await SignInAsync(reader);
        await reader.Page.ComesToAsync("**/sign-in/code");
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**" + path);
    }

    /// <summary>A member who owes both documents, as if they had come into force since.</summary>
    public static Task OweAsync(BrowserAndSites world, Reader reader) =>
        MeetAsync(world, reader, "/sign-in/agreement", "DELETE FROM acceptances WHERE member_id = @id");

    /// <summary>The reader is a member, who joined in another browser and did something there.</summary>
    public static async Task MemberElsewhereAsync(BrowserAndSites world, Reader reader, Func<Reader, Task>? then = null)
    {
        await using var elsewhere = await Reader.OpenAsync(world, reader.Reading);
        await elsewhere.BecomeMemberAsync();
        if (then is not null) await then(elsewhere);
        reader.Person = elsewhere.Person;
    }

    /// <summary>Gives ID number and password.</summary>
    public static async Task SignInAsync(Reader reader, string? password = null)
    {
        await TypeSignInAsync(reader, password);
        await reader.SendAsync();
    }

    /// <summary>Types ID number and password, without sending them.</summary>
    public static async Task TypeSignInAsync(Reader reader, string? password = null)
    {
        await reader.GoAsync("/sign-in");
        await reader.Field("NationalId").FillAsync(reader.Person.NationalId);
        await reader.Field("Password").FillAsync(password ?? Person.Password);
    }

    /// <summary>Begins a recovery: its code page is in front.</summary>
    public static async Task AskAsync(Reader reader)
    {
        await reader.GoAsync("/recovery");
        await reader.Field("NationalId").FillAsync(reader.Person.NationalId);
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/recovery/code");
    }

    /// <summary>A member who forgot the password, and gave the code.</summary>
    public static async Task AtNewPasswordAsync(BrowserAndSites world, Reader reader)
    {
        await MemberElsewhereAsync(world, reader);
        await AskAsync(reader);
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/recovery/new-password");
    }

    /// <summary>Sets the new password.</summary>
    public static async Task SetPasswordAsync(Reader reader)
    {
        await reader.GiveNewPasswordAsync(NewPassword);
        await reader.Page.ComesToAsync("**/recovery/done");
    }

    /// <summary>A member whose password somebody changed, and who pressed the button.</summary>
    public static async Task DisavowAsync(BrowserAndSites world, Reader reader)
    {
        await MemberElsewhereAsync(world, reader, MemberStates.ChangePasswordAsync);
        await reader.GoAsync(await reader.ReadLinkAsync());
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/not-me/done");
    }

    /// <summary>The same, who now waits for the new password.</summary>
    public static async Task AtWaitingAsync(BrowserAndSites world, Reader reader)
    {
        await DisavowAsync(world, reader);
        await AskAsync(reader);
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/recovery/waiting");
    }
}
