using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Samachik.Rules.Agreements;
using Samachik.Rules.People;
using Samachik.Site.Mail;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Mail;

/// <summary>The bytes that go to the server, read here by hand and not by what wrote them.</summary>
public sealed partial class MailBytesTests
{
    private const string Long = "ข้อความยาวมากที่ไม่มีช่องว่างเลยแม้แต่ที่เดียว";

    [Fact]
    public async Task Thai_reads_as_it_was_written()
    {
        var text = new MailText("สำนักงานประกันสังคม: รหัสผ่านถูกเปลี่ยนแล้ว น้ำผึ้ง ปิ่น ฟ้า", "บรรทัดแรก\n\n.จุดนำหน้า\nFrom สมชาย\n" + string.Concat(Enumerable.Repeat(Long, 60)));
        var (head, body, _) = await SentAsync(text);
        Assert.Equal(text.Subject, Decoded(head["Subject"]));
        Assert.Equal(text.Text, Body(head, body));
        Assert.Equal("text/plain; charset=utf-8", head["Content-Type"]);
        Assert.Equal("th", head["Content-Language"]);
        Assert.Equal("สำนักงานประกันสังคม <account@member.example.go.th>", Decoded(head["From"]));
        Assert.Equal(MailDesk.Address, head["To"]);
    }

    [Fact]
    public async Task English_reads_as_it_was_written_even_on_the_way()
    {
        var text = new MailText("Social Security Office: Your password was changed", "First line\n.dot\nFrom me\nlast", ReadingLanguage.English);
        var (head, body, _) = await SentAsync(text);
        Assert.Equal(text.Subject, head["Subject"]);
        Assert.Equal(text.Text, Body(head, body));
        Assert.Equal("Social Security Office <account@member.example.go.th>", head["From"]);
        Assert.Equal("en", head["Content-Language"]);
    }

    [Fact]
    public async Task It_says_when_it_was_written_which_it_is_and_that_no_person_wrote_it()
    {
        var (head, _, id) = await SentAsync(MailDesk.Text, ("Office:PublicUrl", "http://member.example.go.th:8080"));
        Assert.Equal("Tue, 01 Dec 2026 10:00:00 +0700", head["Date"]);
        Assert.Equal($"<{id:N}@member.example.go.th>", head["Message-Id"]);
        Assert.Equal("auto-generated", head["Auto-Submitted"]);
        Assert.Equal(
            ["Auto-Submitted", "Content-Language", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            head.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\r\nBcc: evil@example.net\r\n")]
    [InlineData("\nBcc: evil@example.net")]
    [InlineData("\r\n\r\nanother body")]
    [InlineData("\u2028Bcc: evil@example.net")]
    [InlineData("\u0085Bcc: evil@example.net")]
    [InlineData("\0\u001B[31m")]
    public async Task A_line_break_in_a_subject_or_an_offices_name_begins_no_line_of_the_head(string odd)
    {
        var (head, body, _) = await SentAsync(new("subject" + odd + "rest", "body", ReadingLanguage.English));
        Assert.DoesNotContain("Bcc", head.Keys);
        Assert.Equal("body", Body(head, body));
        Assert.StartsWith("subject", Decoded(head["Subject"]), StringComparison.Ordinal);
        Assert.EndsWith("rest", Decoded(head["Subject"]), StringComparison.Ordinal);

        (head, body) = Written("Office" + odd + "Ltd");
        Assert.DoesNotContain("Bcc", head.Keys);
        Assert.Equal("body", Body(head, body));
        Assert.EndsWith("<account@member.example.go.th>", head["From"], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_with_marks_of_their_own_stay_names()
    {
        var (head, _) = Written("\"A\" <b@example.net>, C; (d) \\");
        Assert.Equal("\"\\\"A\\\" <b@example.net>, C; (d) \\\\\" <account@member.example.go.th>", head["From"]);
    }

    // As it leaves for the server, with an office's name that the settings would refuse.
    private static (Dictionary<string, string> Head, string Body) Written(string office)
    {
        var settings = SettingsOf.Development(("Mail:From", "account@member.example.go.th"));
        var compose = new ComposeMail(settings with { Office = settings.Office with { NameEnglish = office } }, TimeProvider.System);
        Assert.True(EmailAddress.TryParse(MailDesk.Address, out var to, out _));
        using var message = compose.Write(new(Guid.NewGuid(), to, new("subject", "body", ReadingLanguage.English)));
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, TestContext.Current.CancellationToken);
        return Read(Encoding.Latin1.GetString(bytes.ToArray()).ReplaceLineEndings("\r\n"));
    }

    // Header by header, unfolded; the body as it came.
    private static async Task<(Dictionary<string, string> Head, string Body, Guid Id)> SentAsync(
        MailText text, params (string Key, string Value)[] settings)
    {
        await using var server = new SmtpServer();
        await using var site = new TestSite(DatabaseKind.Sqlite, MailDesk.Through(server, settings));
        var id = await MailDesk.SendAsync(site, text: text);
        await MailDesk.UntilAsync(site, id, MessageState.Accepted);
        var (head, body) = Read(Assert.Single(server.Delivered).Raw);
        return (head, body, id);
    }

    private static (Dictionary<string, string> Head, string Body) Read(string raw)
    {
        Assert.All(raw, c => Assert.True(c is '\r' or '\n' or '\t' or (>= ' ' and <= '~'), $"U+{(int)c:X4} is on the way"));
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        var parts = raw.Split("\r\n\r\n", 2);
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Folding().Replace(parts[0], " ").Split("\r\n"))
        {
            var pair = line.Split(": ", 2);
            Assert.True(head.TryAdd(pair[0], pair[1]), $"{pair[0]} is there twice");
        }

        return (head, parts[1]);
    }

    private static string Body(Dictionary<string, string> head, string body) => (head.GetValueOrDefault("Content-Transfer-Encoding", "7bit") switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))),
        "quoted-printable" => Encoding.UTF8.GetString(Quoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
        "7bit" => body,
        var other => throw new NotSupportedException(other),
    }).ReplaceLineEndings("\n").TrimEnd('\n');

    // RFC 2047: encoded words, with nothing between two of them.
    private static string Decoded(string header)
    {
        var joined = Between().Replace(header, "?==?");
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match word in Word().Matches(joined))
        {
            bytes.AddRange(Encoding.ASCII.GetBytes(joined[at..word.Index]));
            bytes.AddRange(word.Groups[1].Value.Equals("b", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(word.Groups[2].Value) : Quoted(word.Groups[2].Value.Replace('_', ' ')));
            at = word.Index + word.Length;
        }

        bytes.AddRange(Encoding.ASCII.GetBytes(joined[at..]));
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static byte[] Quoted(string word) => [.. Regex.Matches(word, "=([0-9A-F]{2})|(.)", RegexOptions.Singleline).Select(unit => unit.Groups[1].Success
        ? byte.Parse(unit.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : (byte)unit.Value[0])];

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"\?= +=\?")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?([bq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
