using Microsoft.EntityFrameworkCore;
using OtpNet;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>Somebody of the staff at a browser, with an authenticator app.</summary>
public sealed class Staff
{
    private Staff(TestSite site, Visitor visitor, string number, string secret) =>
        (Site, Visitor, Number, Secret) = (site, visitor, number, secret);

    /// <summary>The site.</summary>
    public TestSite Site { get; }

    /// <summary>Their browser.</summary>
    public Visitor Visitor { get; private set; }

    /// <summary>The number they sign in with.</summary>
    public string Number { get; }

    /// <summary>What their app knows.</summary>
    public string Secret { get; }

    /// <summary>The password that they chose.</summary>
    public string Password { get; init; } = "Kx9 ruen-phae sii-daeng";

    /// <summary>The account's id.</summary>
    public Task<Guid> IdAsync() => Site.LookAsync(db => db.Officers.Where(row => row.Number == Number.Replace("-", "", StringComparison.Ordinal)).Select(row => row.Id).SingleAsync());

    /// <summary>Invites somebody as the operator does; the link's path.</summary>
    public static async Task<string> InviteAsync(TestSite site, OfficerRole role)
    {
        site.EnsureStarted();
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var invitation = await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync("ทดสอบ ระบบดี", role, null);
        return invitation.Link.AbsolutePath;
    }

    /// <summary>Opens an invitation and reads number and secret from the page.</summary>
    public static async Task<Staff> OpenAsync(TestSite site, string link)
    {
        var visitor = site.NewVisitor();
        var page = await visitor.GetAsync(link);
        return new(
            site, visitor, page.Document.GetElementById("officer-number")?.TextContent ?? "",
            page.Document.GetElementById("app-secret")?.TextContent.Replace(" ", "", StringComparison.Ordinal) ?? "");
    }

    /// <summary>Somebody who has just joined and is signed in.</summary>
    public static async Task<Staff> JoinAsync(TestSite site, OfficerRole role)
    {
        var link = await InviteAsync(site, role);
        var staff = await OpenAsync(site, link);
        var reply = await staff.Visitor.SubmitAsync(link, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", staff.Code()));
        Assert.Equal("/officers", reply.Location);
        return staff;
    }

    /// <summary>What the app shows now.</summary>
    public string Code() => new Totp(Base32Encoding.ToBytes(Secret)).ComputeTotp(Site.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Signs in on a new browser.</summary>
    public async Task<Reply> SignInAsync(string? password = null, string? code = null)
    {
        Visitor = Site.NewVisitor();
        return await Visitor.SubmitAsync("/officers/sign-in", ("Number", Number), ("Password", password ?? Password), ("Code", code ?? Code()));
    }

    /// <summary>Finds by what somebody tells, and opens who is found.</summary>
    public async Task<Reply> FindAsync(string told, LookReason reason = LookReason.Call)
    {
        await Visitor.GetAsync("/officers");
        return await Visitor.SubmitAndFollowAsync("/officers", ("Query", told), ("Reason", $"{reason}"));
    }
}
