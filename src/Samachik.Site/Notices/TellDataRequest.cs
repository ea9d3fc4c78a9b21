using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Notices;

/// <summary>Tells a member at every address that a request about their data was received, with its number and day, and that it was answered.</summary>
public sealed class TellDataRequest(TellPlainly tell)
{
    /// <summary>Adds the notices to what the caller is about to save; the caller then wakes the senders.</summary>
    public void Add(MemberRow member, DataRequestRow request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(request);
        var key = request.AnsweredAt is null ? "DataRequestReceived" : "DataRequestAnswered";
        tell.Add(member, key, now, request.Number, BangkokTime.Day(request.Clock().DueOn, member.Language));
    }

    /// <summary>Lets saved notices go out.</summary>
    public void Wake() => tell.Wake();
}
