using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Officers;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.MyAccount;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Officers;

/// <summary>A request about a person's data, from its receipt to the answer and the record of both.</summary>
public abstract class DataRequestTests(SharedSite shared)
{
    private const string Asked = "ขอสำเนาข้อมูลทั้งหมด <b>ส่งทางอีเมล</b>";
    private const string Answer = "แก้ที่อยู่ให้แล้ว ส่วนวันเกิดต้องนำบัตรมาแสดงที่สาขา";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task It_is_taken_down_told_worked_on_answered_and_in_the_member_s_own_data()
    {
        var member = await Newcomer.MemberAsync(Site);
        var officer = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var opened = await OpenAsync(officer, member);
        var row = await RowOfAsync(member);
        Assert.Contains(row.Number, opened.Document.QuerySelector("#data-requests")?.ParentElement?.TextContent, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 12, 31), DataRequestWay.Call), (row.Clock().DueOn, row.Way));
        var sms = await NoticeAsync(member, row.Number);
        Assert.Contains("31 ธันวาคม", sms.Text, StringComparison.Ordinal);
        Assert.True(CodeMessage.FitsTwoSegments(sms.Text), sms.Text);

        var answerer = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        var page = await answerer.Visitor.GetAsync($"/officers/requests/{row.Id}");
        Assert.Contains("&lt;b&gt;ส่งทางอีเมล&lt;/b&gt;", page.Body, StringComparison.Ordinal);
        foreach (var secret in (string[])[member.Person.NationalId, member.Person.Phone, member.Person.LastName])
            Assert.DoesNotContain(secret, page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("Answer"));
        await answerer.Visitor.SubmitAndFollowAsync($"/officers/requests/{row.Id}?handler=Take");
        Assert.NotNull((await answerer.Visitor.SubmitAsync($"/officers/requests/{row.Id}?handler=Write", ("Line", " "))).ErrorOf("Line"));
        page = await answerer.Visitor.SubmitAndFollowAsync($"/officers/requests/{row.Id}?handler=Write", ("Line", "รอเอกสารจากสาขา"));
        Assert.Contains("รอเอกสารจากสาขา", page.Body, StringComparison.Ordinal);
        Assert.NotNull((await answerer.Visitor.SubmitAsync($"/officers/requests/{row.Id}?handler=Answer", ("Outcome", "Partly"), ("Answer", ""))).ErrorOf("Answer"));
        page = await answerer.Visitor.SubmitAndFollowAsync($"/officers/requests/{row.Id}?handler=Answer", ("Outcome", "Partly"), ("Answer", Answer));
        Assert.Equal($"/officers/requests/{row.Id}?done=Answered", page.Path);
        Assert.Null(page.Document.GetElementById("Answer"));
        Assert.Contains("เข้าสู่ระบบเพื่ออ่านคำตอบ", (await Eventually.GetAsync(
            async () => (await Site.InboxAsync(member.Person.Phone)).FirstOrDefault(one => one.Text.Contains("ตอบแล้ว", StringComparison.Ordinal)), "the notice")).Text, StringComparison.Ordinal);

        var mine = await member.Visitor.OpenAsync("/account/data");
        var shown = mine.Document.QuerySelector("#data-requests")?.TextContent;
        Assert.Contains(row.Number, shown, StringComparison.Ordinal);
        Assert.Contains(Answer, shown, StringComparison.Ordinal);
        var copy = JsonDocument.Parse((await member.Visitor.SubmitAsync("/account/data?handler=Download")).Body).RootElement.GetProperty("dataRequests")[0];
        Assert.Equal((row.Number, "Partly", Answer), (copy.GetProperty("number").GetString(), copy.GetProperty("outcome").GetString(), copy.GetProperty("answer").GetString()));
        Assert.DoesNotContain(Asked, copy.GetRawText(), StringComparison.Ordinal);
        var acts = await member.ActsAsync();
        foreach (var act in (AuditAct[])[AuditAct.DataRequestOpened, AuditAct.DataRequestTaken, AuditAct.DataRequestAnswered, AuditAct.DataLookedAt]) Assert.Contains(act, acts);
    }

    [Fact]
    public async Task The_words_stand_encrypted()
    {
        var member = await Newcomer.MemberAsync(Site);
        var answerer = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        await OpenAsync(answerer, member);
        var row = await RowOfAsync(member);
        await AnswerAsync(answerer, row.Id);
        row = await RowOfAsync(member);
        // Some letters: one alone stands in random bytes by chance.
        foreach (var (cipher, words) in ((byte[], string)[])[(row.WordsCipher, Asked[..4]), (row.AnswerCipher ?? [], Answer[..4])])
        {
            Assert.NotEmpty(cipher);
            Assert.DoesNotContain(words, Encoding.UTF8.GetString(cipher), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task There_is_one_of_a_kind_at_a_time_and_its_number_finds_the_person()
    {
        var member = await Newcomer.MemberAsync(Site);
        var officer = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await OpenAsync(officer, member)).Path.Split('?')[0];
        var number = (await RowOfAsync(member)).Number;
        Assert.NotNull((await officer.Visitor.SubmitAsync($"{path}/data-request", ("Kind", "Access"), ("Reason", Asked))).ErrorOf("Reason"));
        var other = await officer.Visitor.SubmitAsync($"{path}/data-request", ("Kind", "Objection"), ("Way", "Letter"), ("Reason", Asked));
        Assert.Equal($"{path}?done=DataRequest", other.Location);
        Assert.Equal(path, (await officer.FindAsync(number.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).Path);
    }

    [Fact]
    public async Task Of_two_who_open_or_take_it_at_once_one_does()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer), await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer));
        foreach (var staff in (Staff[])[one, other]) await staff.Visitor.GetAsync($"{(await staff.FindAsync(member.Person.NationalId)).Path}/data-request");
        await Task.WhenAll(((Staff[])[one, other]).Select(staff =>
            staff.Visitor.SubmitAsync(staff.Visitor.Page?.Path ?? "", ("Kind", "Erasure"), ("Reason", Asked))));
        var row = await RowOfAsync(member);
        foreach (var staff in (Staff[])[one, other]) await staff.Visitor.GetAsync($"/officers/requests/{row.Id}");
        await Task.WhenAll(((Staff[])[one, other]).Select(staff => staff.Visitor.SubmitAsync($"/officers/requests/{row.Id}?handler=Take")));
        row = await RowOfAsync(member);
        Assert.Contains(row.AssignedTo ?? default, (Guid[])[await one.IdAsync(), await other.IdAsync()]);
        foreach (var staff in (Staff[])[one, other]) await AnswerAsync(staff, row.Id, takes: false);
        Assert.Equal(row.AssignedTo, (await RowOfAsync(member)).AnsweredBy);
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.DataRequestAnswered && entry.Detail == $"{row.Number} Refused")));
    }

    [Fact]
    public async Task Only_who_has_it_answers_and_a_settled_one_is_not_taken()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer), await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer));
        await OpenAsync(one, member);
        var path = $"/officers/requests/{(await RowOfAsync(member)).Id}";
        await one.Visitor.GetAsync(path);
        await one.Visitor.SubmitAndFollowAsync($"{path}?handler=Take");
        await other.Visitor.GetAsync(path);
        var token = await other.Visitor.TokenAsync($"{path}?handler=Take");
        var page = await other.Visitor.PostAsync($"{path}?handler=Answer", ("Outcome", "Granted"), ("Answer", Answer), ("__RequestVerificationToken", token));
        Assert.Equal(Told("DataRequestVerdict.NotYours"), page.ErrorOf("Work"));
        await AnswerAsync(one, Guid.Parse(path.Split('/')[^1]), takes: false);
        page = await other.Visitor.PostAsync($"{path}?handler=Take", ("__RequestVerificationToken", token));
        Assert.Equal(Told("DataRequestVerdict.AnsweredAlready"), page.ErrorOf("Work"));
    }

    [Theory]
    [InlineData("", "12", "2569", "Missing")]
    [InlineData("30", "2", "2569", "NoSuchDay")]
    [InlineData("1", "12", "2026", "ChristianYear")]
    [InlineData("2", "12", "2599", "TooLate")]
    [InlineData("1", "1", "2568", "TooEarly")]
    public async Task A_day_of_receipt_that_cannot_be_is_told_and_what_was_typed_stays(string day, string month, string year, string flaw)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var officer = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await officer.FindAsync(newcomer.Person.NationalId)).Path;
        var page = await officer.Visitor.SubmitAsync(
            $"{path}/data-request", ("Kind", "Correction"), ("ReceivedDay", day), ("ReceivedMonth", month), ("ReceivedYear", year), ("Reason", Asked));
        Assert.Equal(Told($"TypedDayFlaw.{flaw}"), page.ErrorOf("ReceivedDay"));
        Assert.Equal(("Correction", year, Asked), (page.Shown("Kind"), page.Shown("ReceivedYear"), page.Shown("Reason")));
    }

    [Fact]
    public async Task Late_ones_come_first_and_are_told_in_words_until_they_are_answered()
    {
        await using var site = new TestSite(shared.Kind);
        var (member, late) = (await Newcomer.MemberAsync(site), await Newcomer.AtCodeAsync(site));
        var answerer = await Staff.JoinAsync(site, OfficerRole.DataProtectionOfficer);
        await OpenAsync(answerer, member);
        await OpenAsync(answerer, late, ("ReceivedDay", "30"), ("ReceivedMonth", "10"), ("Way", "Letter"));
        var list = await answerer.Visitor.GetAsync("/officers/requests");
        var rows = list.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("เกินกำหนดแล้ว 2 วัน", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("เหลือ 30 วัน", rows[1].TextContent, StringComparison.Ordinal);
        await AnswerAsync(answerer, await site.LookAsync(db => db.DataRequests.OrderBy(row => row.DueAt).Select(row => row.Id).FirstAsync()));
        Assert.Equal(1, (await answerer.Visitor.GetAsync("/officers/requests")).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Another_account_of_the_same_ID_number_is_told_nothing_of_it()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var officer = await Staff.JoinAsync(Site, OfficerRole.Officer);
        await OpenAsync(officer, newcomer);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Null((await newcomer.Visitor.OpenAsync("/account/data")).Document.QuerySelector("#data-requests"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Visitor.GetAsync("/officers/requests")).Status);
    }

    private static async Task<Reply> OpenAsync(Staff staff, Newcomer person, params (string Name, string? Value)[] fields)
    {
        var path = (await staff.FindAsync(person.Person.NationalId)).Path;
        var reply = await staff.Visitor.SubmitAndFollowAsync($"{path}/data-request", [("Reason", Asked), .. fields]);
        Assert.Equal((HttpStatusCode.OK, $"{path}?done=DataRequest"), (reply.Status, reply.Path));
        return reply;
    }

    private static async Task AnswerAsync(Staff staff, Guid id, bool takes = true)
    {
        var page = await staff.Visitor.GetAsync($"/officers/requests/{id}");
        if (takes) page = await staff.Visitor.SubmitAndFollowAsync($"/officers/requests/{id}?handler=Take");
        if (page.Document.QuerySelector("#Answer") is not null)
            await staff.Visitor.SubmitAndFollowAsync($"/officers/requests/{id}?handler=Answer", ("Outcome", "Refused"), ("Answer", Answer));
    }

    private async Task<DataRequestRow> RowOfAsync(Newcomer member)
    {
        var id = await member.IdAsync();
        return await Site.LookAsync(db => db.DataRequests.AsNoTracking().SingleAsync(row => row.MemberId == id));
    }

    private async Task<ReceivedSms> NoticeAsync(Newcomer member, string number) => await Eventually.GetAsync(
        async () => (await Site.InboxAsync(member.Person.Phone)).FirstOrDefault(sms => sms.Text.Contains(number, StringComparison.Ordinal)), "the notice");

    private string Told(string key) => SiteTexts.Of<DataRequestTexts>(Site, "th", key);
}

/// <inheritdoc/>
public sealed class DataRequestTestsOnSqlite(SqliteSite shared) : DataRequestTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class DataRequestTestsOnPostgres(PostgresSite shared) : DataRequestTests(shared), IClassFixture<PostgresSite>;
