using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Site.Storage;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Looks;

/// <summary>Writes the looks as a table for a spreadsheet, and that it was taken.</summary>
public sealed class LooksTable(
    ReadLooks read, AuditTrail trail, MembersDb db, CurrentOfficer current, TimeProvider time, IStringLocalizer<LooksTexts> texts,
    IStringLocalizer<OfficerTexts> words)
{
    /// <summary>The table of these days, with a mark by which Excel knows UTF-8.</summary>
    public async Task<byte[]> WriteAsync(DaySpan days, CancellationToken stop)
    {
        var looks = await read.ReadAsync(days, stop);
        trail.Add(
            db, AuditAct.TrailExported, null, current.Network, time.GetUtcNow(), AuditActor.Officer, current.SessionId, $"Looks {days}", current.Id);
        await db.SaveActAsync();
        var lines = looks.Officers.Select(one => CsvLine.Of(
            one.Number, words[$"OfficerRole.{one.Role}"], Text(one.Searches), Text(one.People), Text(one.Fields), Text(one.Alarms),
            looks.Usual.IsFarAbove(one.People) ? texts["FarAbove"].Value : ""));
        return
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(CsvLine.Of(
                texts["Number"], texts["Role"], texts["Searches"], texts["People"], texts["Fields"], texts["Alarms"], texts["Remark"])),
            .. Encoding.UTF8.GetBytes(string.Concat(lines)),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
