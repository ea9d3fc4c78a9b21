using Samachik.Rules.SignUp;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignUp;

/// <summary>Tells the phone on file that somebody signed up with its owner's ID number; once a day at most.</summary>
public sealed class RegisteredNotice(
    MembersDb db, Counters counters, MessageQueue queue, MemberData memberData, SiteSettings settings)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Adds the notice to what the caller is about to save.</summary>
    public async Task AddAsync(MemberRow member, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (!await counters.TryTakeAsync("registered-notice", member.Id.ToByteArray(), 1, Day, now)) return;
        var text = RegisteredMessage.Write(settings.Office.Name(member.Language), settings.Office.Hotline, member.Language);
        queue.Add(db, MessageKind.RegisteredNotice, memberData.PhoneOf(member), text, null, null, now, now + Day);
    }

    /// <summary>Lets the saved notice go out.</summary>
    public void Wake() => queue.Wake();
}
