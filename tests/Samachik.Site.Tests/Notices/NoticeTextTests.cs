using System.Text.RegularExpressions;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Texts;
using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Notices;

/// <summary>What a notice says, in both languages, and what it costs to send.</summary>
public sealed partial class NoticeTextTests
{
    private const string LongHost = "https://member.department-of-good-examples.go.th";

    private static readonly DateTimeOffset At = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string> Offices => new()
    {
        { "http://localhost:5000", "สำนักงานประกันสังคม", "Social Security Office" },
        { "https://member.sso.go.th", "สำนักงานประกันสังคม", "Social Security Office" },
        { LongHost, "สำนักงานพัฒนาตัวอย่าง", "Department for the Promotion and Development of Quality" },
    };

    [Theory]
    [MemberData(nameof(Offices))]
    public void Every_notice_fits_two_segments_with_its_link_and_whom_to_call(string url, string thai, string english) => Law.Holds(
        from language in Enum.GetValues<ReadingLanguage>()
        from act in NoticeText.Acts
        let sms = Write(Settings(url, thai, english), language, act).Sms
        where sms.Length > (sms.All(c => c < 128) ? 306 : 134) || !Link().IsMatch(sms) || !sms.Contains("1506", StringComparison.Ordinal)
        select $"{act} in {language}: {sms.Length} characters: {sms}");

    [Fact]
    public void Notices_of_a_request_about_data_fit_two_segments() => Law.Holds(
        from language in Enum.GetValues<ReadingLanguage>()
        from key in (string[])["DataRequestReceived", "DataRequestAnswered"]
        let sms = SpokenTexts.Of<NoticeTexts>(language, $"{key}.Sms", "HK-482-193-657", BangkokTime.Day(new(2026, 9, 30), language), "02-956-2400")
        where !CodeMessage.FitsTwoSegments(sms)
        select $"{key} in {language}: {sms}");

    [Fact]
    public void The_long_host_has_forty_characters() => Assert.Equal(40, new Uri(LongHost).Host.Length);

    [Fact]
    public void The_office_is_named_where_there_is_room()
    {
        var near = Settings("https://member.sso.go.th", "สำนักงานประกันสังคม", "Social Security Office");
        foreach (var act in NoticeText.Acts)
        {
            Assert.StartsWith("สำนักงานประกันสังคม: ", Write(near, ReadingLanguage.Thai, act).Sms, StringComparison.Ordinal);
            Assert.StartsWith("Social Security Office: ", Write(near, ReadingLanguage.English, act).Sms, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_host_too_long_for_two_segments_is_refused_at_start()
    {
        var url = $"https://{new string('m', 60)}.department-of-example.go.th";
        var faults = SettingsOf.Faults(isDevelopment: false, ("Sms:Gateways", "Real"), ("Office:PublicUrl", url));
        Assert.StartsWith("Office:PublicUrl: is too long for a notice by SMS", Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain("mmmm", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mail_says_what_when_what_it_means_and_how_to_say_it_was_not_me() => Law.Holds(
        from language in Enum.GetValues<ReadingLanguage>()
        from act in NoticeText.Acts
        let mail = Write(SettingsOf.Development(), language, act).Mail
        from wanted in (string[])
        [
            language == ReadingLanguage.Thai ? "1 ธันวาคม พ.ศ. 2569 เวลา 10:00 น." : "1 December 2026 at 10:00",
            language == ReadingLanguage.Thai ? "11 ธันวาคม พ.ศ. 2569 เวลา 10:00 น." : "11 December 2026 at 10:00",
            "http://localhost:5000/not-me/abcdefghjkmnpqrs\n", "1506",
            language == ReadingLanguage.Thai ? "สำนักงานประกันสังคม" : "Social Security Office",
        ]
        where !mail.Text.Contains(wanted, StringComparison.Ordinal) || mail.Language != language
            || mail.Subject.Length is < 20 or > 90 || Hole().IsMatch(mail.Text + mail.Subject)
        select $"{act} in {language} lacks {wanted}: {mail.Subject}\n{mail.Text}");

    [Fact]
    public void A_wait_is_told_as_the_settings_have_it()
    {
        var settings = SettingsOf.Development(("Recovery:Wait", "1.12:00:00"), ("Closing:TakenBackWithin", "14.00:00:00"));
        Assert.Contains("36 ชั่วโมง", Write(settings, ReadingLanguage.Thai, AuditAct.RecoveryWaits).Mail.Text, StringComparison.Ordinal);
        Assert.Contains("14 days", Write(settings, ReadingLanguage.English, AuditAct.ClosingAsked).Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void English_notices_are_written_in_letters_that_cost_one_septet() => Law.Holds(
        from act in NoticeText.Acts
        let sms = Write(SettingsOf.Development(), ReadingLanguage.English, act).Sms
        where !CodeMessage.FitsTwoSegments(sms + new string('x', 306 - sms.Length))
        select sms);

    private static SiteSettings Settings(string url, string thai, string english) =>
        SettingsOf.Development(("Office:PublicUrl", url), ("Office:Name:th", thai), ("Office:Name:en", english));

    private static NoticeText Write(SiteSettings settings, ReadingLanguage language, AuditAct act) =>
        new(settings, language, act, At, NoticeText.LinkOf(settings.Office, "abcdefghjkmnpqrs"));

    [GeneratedRegex(@"(^| )https?://[a-z0-9.:-]+/not-me/abcdefghjkmnpqrs ")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Hole();
}
