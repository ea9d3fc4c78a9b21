using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>My account: what the office knows, how sure it is, what needs attention, and the way to every part.</summary>
[Authorize]
public sealed class IndexModel(
    CurrentMember current, MemberData data, PendingPhone pending, OpenDisavowal disavowal, SignInCounters counters,
    SiteSettings settings) : PageModel
{
    private static readonly string[] Told =
        ["password", "phone", "phone-waits", "phone-cancelled", "email", "email-removed", "name", "closing-taken-back"];

    /// <summary>The account.</summary>
    public MemberRow? Member { get; private set; }

    /// <summary>What the office knows.</summary>
    public MemberDetails? Known { get; private set; }

    /// <summary>The change of phone that waits; null when there is none.</summary>
    public PendingPhoneChangeRow? Waiting { get; private set; }

    /// <summary>Its new phone, masked.</summary>
    public string? WaitingPhone { get; private set; }

    /// <summary>Too many wrong tries closed the password on browsers that are not known.</summary>
    public bool IsPasswordDisabled { get; private set; }

    /// <summary>The member said "this was not me" and still owes another password.</summary>
    public bool IsDisavowed { get; private set; }

    /// <summary>What was done a moment ago, as the page that did it says; null: nothing that is known.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        Done = Told.FirstOrDefault(word => word == Done);
        Member = await current.RequireAsync();
        Known = data.Read(Member);
        Waiting = await pending.FindAsync();
        WaitingPhone = Waiting is null ? null : pending.PhoneOf(Waiting).Masked;
        IsPasswordDisabled = await counters.IsDisabledAsync(settings.SignIn.Attempts, Member.NationalIdHash ?? []);
        IsDisavowed = await disavowal.IsOpenAsync();
    }
}
