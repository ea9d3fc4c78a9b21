using System.Globalization;
using System.Text;
using Samachik.Rules.Agreements;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

/// <summary>Whatever the settings, a code's SMS is one segment, or the site refuses to start on the office's name.</summary>
public sealed class OneSegmentTests
{
    private const string Reference = "BCDF";
    private static readonly string[] Letters = ["ก", "ปั๊", "a", "W", "é", "ç", "€", "[", "🙏", " ", "’"];
    private static readonly int[] Hosts = [0, 1, 9, 14, 20, 33, 63, 253];
    private static readonly int[] Minutes = [1, 99, 1440];

    public static TheoryData<ReadingLanguage> Languages => [.. Enum.GetValues<ReadingLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_name_that_is_accepted_at_start_always_gives_one_segment(ReadingLanguage language)
    {
        var (accepted, withLine, refused) = (0, 0, 0);
        foreach (var (office, code, minutes) in Settings())
        {
            var life = TimeSpan.FromMinutes(minutes);
            if (SmsSegments.Count(CodeMessage.Write(office, new string('0', code.Length), Reference, life, language, null)) > 1)
            {
                refused++;
                continue;
            }

            foreach (var host in Hosts.Select(HostOf))
            {
                var text = CodeMessage.Write(office, code, Reference, life, language, host);
                var faults = FaultsOf(text, office, code, minutes, host, language);
                Assert.True(faults.Length == 0, $"{faults} {office} {code.Length} {minutes} {host?.Length}: {text}");
                accepted++;
                if (text.Contains('@', StringComparison.Ordinal)) withLine++;
            }
        }

        // Both sides of every edge were met.
        Assert.True(accepted > 5_000 && withLine > 500 && withLine < accepted && refused > 500, $"{accepted} {withLine} {refused}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_line_for_the_browser_is_left_out_only_where_it_does_not_fit(ReadingLanguage language)
    {
        foreach (var (office, code, minutes) in Settings())
            foreach (var host in Hosts.Select(HostOf).OfType<string>())
            {
                var life = TimeSpan.FromMinutes(minutes);
                if (CodeMessage.Write(office, code, Reference, life, language, host).Contains('@', StringComparison.Ordinal)) continue;
                var with = CodeMessage.Write("", code, Reference, life, language, null).Replace(Warning(language), "", StringComparison.Ordinal);
                Assert.True(SmsSegments.Count($"{office}{with}\n@{host} #{code}") > 1, $"{office} {host}");
            }
    }

    private static string FaultsOf(string text, string office, string code, int minutes, string? host, ReadingLanguage language)
    {
        var faults = new StringBuilder();
        var lines = text.Split('\n');
        var reference = language == ReadingLanguage.Thai ? $"อ้างอิง {Reference}" : $"Reference {Reference}.";
        if (SmsSegments.Count(text) != 1) faults.Append("more than one segment;");
        if (lines[1] != reference) faults.Append("the reference has no line of its own;");
        if (lines.Length > 2 && (lines.Length != 3 || lines[2] != $"@{host} #{code}")) faults.Append("the line for the browser is not the last;");
        if (!lines[0].Contains(office, StringComparison.Ordinal)) faults.Append("the office is cut;");
        if (!lines[0].Contains(code, StringComparison.Ordinal)) faults.Append("no code;");
        if (!lines[0].Contains($" {minutes.ToString(CultureInfo.InvariantCulture)} ", StringComparison.Ordinal)) faults.Append("no minutes;");
        if (text.EnumerateRunes().Contains(Rune.ReplacementChar)) faults.Append("half a character;");
        return faults.ToString();
    }

    private static IEnumerable<(string Office, string Code, int Minutes)> Settings() =>
        from office in Offices()
        from digits in Enumerable.Range(4, 7)
        from minutes in Minutes
        select (office, "9876543210"[..digits], minutes);

    // Every kind of letter alone at lengths about every edge, and mixtures drawn alike at every run.
    private static IEnumerable<string> Offices()
    {
        foreach (var letter in Letters)
            for (var times = 1; times <= 110; times += times < 50 ? 4 : 11)
                yield return string.Concat(Enumerable.Repeat(letter, times)).Trim() is { Length: > 0 } name ? name : "o";
        var seed = 1;
        int Roll(int below) => (seed = (int)((seed * 48271L) % int.MaxValue)) % below;
        for (var i = 0; i < 60; i++)
            yield return $"o{string.Concat(Enumerable.Range(0, 1 + Roll(60)).Select(_ => Letters[Roll(Letters.Length)]))}o";
    }

    private static string? HostOf(int length) => length == 0 ? null
        : string.Concat(Enumerable.Repeat("abcdefghi.", 26))[..length].TrimEnd('.') + (length % 10 == 0 ? "x" : "");

    private static string Warning(ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => "อย่าบอกใคร ",
        ReadingLanguage.English => " Tell it to nobody.",
    };
}
