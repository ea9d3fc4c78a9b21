using System.Globalization;
using Samachik.Rules.Agreements;

namespace Samachik.Rules.PhoneCodes;

/// <summary>The text of an SMS that carries a code: one segment, the reference in a sentence of its own, no link.</summary>
public static class CodeMessage
{
    /// <summary>
    /// Writes the fullest message that fits one segment: with the warning to tell nobody and, where wanted, the
    /// WebOTP line; else without one of them; at the least code, minutes, office and reference.
    /// </summary>
    /// <param name="office">The office's name in <paramref name="language"/>.</param>
    /// <param name="code">The code's digits.</param>
    /// <param name="reference">The four letters of the page.</param>
    /// <param name="life">How long the code is good; told in whole minutes.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="webOtpHost">What <see cref="WebOtpHost"/> tells, for the browser's code autofill, or null.</param>
    public static string Write(
        string office, string code, string reference, TimeSpan life, ReadingLanguage language, string? webOtpHost)
    {
        var minutes = Math.Max(1, (int)life.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        string Text(bool warning) => language switch
        {
            ReadingLanguage.Thai =>
                $"รหัส {code} ใช้ได้ {minutes} นาที {(warning ? "อย่าบอกใคร " : "")}{office}\nอ้างอิง {reference}",
            ReadingLanguage.English =>
                $"{office}: your code is {code}, good for {minutes} min.{(warning ? " Tell it to nobody." : "")}\nReference {reference}.",
        };
        var line = webOtpHost is null ? "" : $"\n@{webOtpHost} #{code}";
        string[] fullestFirst = [Text(true) + line, Text(false) + line, Text(true), Text(false)];
        return fullestFirst.FirstOrDefault(FitsOneSegment) ?? fullestFirst[^1];
    }

    /// <summary>
    /// The host that the WebOTP line names for a site's address: without a port, in ASCII; null where the line cannot
    /// name it (WICG, sms-one-time-codes: letters, digits, dots and hyphens).
    /// </summary>
    public static string? WebOtpHost(Uri site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var host = site.IdnHost;
        return host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? host : null;
    }

    /// <summary>Whether the network carries the text in one segment, and so for the price of one.</summary>
    public static bool FitsOneSegment(string text) => SmsSegments.Count(text) == 1;

    /// <summary>Whether the network carries the text in two segments: as much as a notice with a link may cost.</summary>
    public static bool FitsTwoSegments(string text) => SmsSegments.Count(text) <= 2;
}
