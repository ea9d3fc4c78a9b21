using Microsoft.Playwright;
using Samachik.Browser.Tests.States;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>Calls to the hotline, from the caller's first word to the last, on both ends of the line.</summary>
public sealed class CallTests(BrowserAndSites world)
{
    private const string Why = "ผู้สมัครโทรมาเอง บอกชื่อและวันเกิดถูกต้อง";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(768, false)]
    public async Task I_did_not_get_the_code(int width, bool scripts)
    {
        await using var caller = await Reader.OpenAsync(world, Reading.OldPhone);
        await caller.AskForCodeAsync();
        await using var desk = await Reader.OpenAsync(world, new(Width: width, Scripts: scripts));
        var officer = await Officer.JoinAsync(desk, "Officer");
        var page = desk.Page;

        // "My number is 0…": the officer sees that the SMS went out, and when; the caller mistyped the number.
        await officer.FindAsync(caller.Person.Phone);
        await page.ComesToAsync("**/officers/people/*");
        var reference = await caller.Page.Locator("#code-reference").InnerTextAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=sms]")).ToContainTextAsync(reference);
        await page.Locator("a[href$='/phone']").ClickAsync();
        var right = Person.New().Phone;
        await desk.Field("Phone").FillAsync(right);
        await desk.Field("Reason").FillAsync(Why);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ComesToAsync("**?done=Correct");
        await Assertions.Expect(page.Locator("section[aria-labelledby=file]")).ToContainTextAsync(Why);

        caller.Person = caller.Person with { Phone = right };
        await caller.Page.ReloadAsync();
        await caller.GiveCodeAsync();
        await caller.Page.ComesToAsync("**/sign-up/done");
        Assert.Empty(caller.Complaints);
        Assert.Empty(desk.Complaints);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(768, false)]
    public async Task My_number_changed(int width, bool scripts)
    {
        await using var caller = await Reader.OpenAsync(world, Reading.OldPhone with { Site = SiteKind.Quick });
        await caller.BecomeMemberAsync();
        await using var desk = await Reader.OpenAsync(world, new(SiteKind.Quick, Width: width, Scripts: scripts));
        await Officer.JoinAsync(desk, "Officer");

        // "My number is another now": the officer asks by the script, proposes, and reads the code out.
        await Officer.FindAsync(desk, caller.Person.NationalId);
        await desk.Page.ComesToAsync("**/officers/people/*");
        await desk.Page.Locator("a[href$='/recovery']").ClickAsync();
        await desk.Page.ComesToAsync("**/recovery");
        var right = Person.New().Phone;
        await desk.Field("Phone").FillAsync(right);
        await desk.Field("Reason").FillAsync(ApprovalStates.Why);
        await desk.Page.Locator("main form button[type=submit]").ClickAsync();
        var code = await desk.Page.Locator("#recovery-code").InnerTextAsync();

        // A colleague finds it in the list, looks at the person, and approves.
        await using var second = await Reader.OpenAsync(world, new(SiteKind.Quick, Width: width, Scripts: scripts));
        await Officer.JoinAsync(second, "Officer");
        await second.Page.Locator("a[href='/officers/approvals']").ClickAsync();
        await second.Page.Locator("main tr form button").Last.ClickAsync();
        await second.Page.ComesToAsync("**/officers/people/*");
        await second.Page.Locator("main a[href$='/approval']").ClickAsync();
        await second.Field("Reason").FillAsync("โทรกลับเบอร์ใหม่แล้ว ตรงกัน");
        await second.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await second.Page.ComesToAsync("**?done=Approve");

        // The caller, a day later, with the code on a slip of paper.
        caller.Person = caller.Person with { Phone = right };
        await using var later = await Reader.OpenAsync(world, Reading.OldPhone with { Site = SiteKind.Quick });
        later.Person = caller.Person;
        await later.GoAsync("/recovery/help");
        await later.Page.Locator("a[href='/recovery/officer-code']").ClickAsync();

        // The day is a second here, and may not be over yet: the page says so, and takes the same code again.
        for (var press = 0; press < 20 && !later.Page.Url.EndsWith("/recovery/code", StringComparison.Ordinal); press++)
        {
            await later.GoAsync("/recovery/officer-code");
            await later.Field("NationalId").FillAsync(later.Person.NationalId);
            await later.Field("RecoveryCode").FillAsync(code);
            await later.SendAsync();
            await later.Page.Locator(".govuk-error-summary, input[name=Code]").First.WaitForAsync();
        }

        await later.Page.ComesToAsync("**/recovery/code");
        await later.GiveCodeAsync();
        await later.Page.ComesToAsync("**/recovery/new-password");
        await later.GiveNewPasswordAsync("Nokyung7Bin");
        await later.Page.ComesToAsync("**/recovery/done");
        Assert.All([caller, desk, second, later], reader => Assert.Empty(reader.Complaints));
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(768, false)]
    public async Task Someone_used_my_ID(int width, bool scripts)
    {
        await using var stranger = await Reader.OpenAsync(world, Reading.OldPhone with { Site = SiteKind.Quick });
        await stranger.BecomeMemberAsync();
        var owner = stranger.Person with { Phone = Person.New().Phone };

        // At the branch, with the card in hand.
        await using var desk = await Reader.OpenAsync(world, new(SiteKind.Quick, Width: width, Scripts: scripts));
        await Officer.JoinAsync(desk, "Officer");
        await Officer.FindAsync(desk, owner.NationalId);
        await desk.Page.ComesToAsync("**/officers/people/*");
        await desk.Page.Locator("a[href$='/dispute']").ClickAsync();
        await ApprovalStates.TypeCardAsync(desk, owner, comparesData: false);
        await desk.Field("Phone").FillAsync(owner.Phone);
        await desk.Field("Reason").FillAsync("เจ้าของบัตรอยู่ตรงหน้า ไม่เคยสมัคร");
        await desk.Page.Locator("main form button[type=submit]").ClickAsync();
        await desk.Page.ComesToAsync("**/approval?done=Propose");

        await using var chief = await Reader.OpenAsync(world, new(SiteKind.Quick, Width: width, Scripts: scripts));
        await Officer.JoinAsync(chief, "Supervisor");
        await Officer.FindAsync(chief, owner.NationalId);
        await chief.Page.ComesToAsync("**/officers/people/*");
        await chief.Page.Locator("main a[href$='/approval']").ClickAsync();
        await chief.Field("Reason").FillAsync("เห็นบัตรด้วยกัน");
        await chief.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await chief.Page.ComesToAsync("**?done=Approve");

        // The owner signs up on their own phone, and the officer raises the level at the same desk.
        await using var phone = await Reader.OpenAsync(world, Reading.OldPhone with { Site = SiteKind.Quick });
        phone.Person = owner;
        await phone.BecomeMemberAsync();
        await Officer.FindAsync(desk, owner.NationalId);
        await desk.Page.ComesToAsync("**/officers/people/*");
        await desk.Page.Locator("a[href$='/level']").ClickAsync();
        await ApprovalStates.TypeCardAsync(desk, owner, comparesData: true);
        await desk.Field("Phone").FillAsync(owner.Phone);
        await desk.Field("Reason").FillAsync("สำนักงานเขต 3 คิว 41");
        await desk.Page.Locator("main form button[type=submit]").ClickAsync();
        await desk.Page.ComesToAsync("**?done=Level");

        await stranger.GoAsync("/account");
        await stranger.Page.ComesToAsync("**/sign-in*");
        await chief.Page.Locator("a[href='/officers/proofs']").ClickAsync();
        await chief.Page.Locator("main tr form button").Last.ClickAsync();
        await chief.Page.ComesToAsync("**/officers/people/*");
        await chief.Page.Locator("main a[href$='/proof']").ClickAsync();
        await chief.Field("Reason").FillAsync("ตรวจกับใบคิวแล้ว");
        await chief.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await chief.Page.ComesToAsync("**?done=ProofInOrder");
        Assert.All([stranger, desk, chief, phone], reader => Assert.Empty(reader.Complaints));
    }

    [Fact]
    public async Task The_officer_needs_no_mouse()
    {
        await using var caller = await Reader.OpenAsync(world, Reading.OldPhone);
        await caller.AskForCodeAsync();
        await using var desk = await Reader.OpenAsync(world, new());
        var officer = await Officer.JoinAsync(desk, "Officer");
        await officer.SignInAsync();
        var (page, keys) = (desk.Page, new Keyboard(desk.Page));
        await Assertions.Expect(desk.Field("Query")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(caller.Person.NationalId);
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/officers/people/*");
        await keys.TabToAsync(new Uri(page.Url).AbsolutePath + "/send");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/send");
        await keys.TypeAsync("Reason", Why);
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**?done=Send");
        Assert.Empty(desk.Complaints);
    }
}
