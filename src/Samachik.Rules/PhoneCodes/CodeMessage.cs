using System.Globalization;
using Samachik.Rules.Agreements;

namespace Samachik.Rules.PhoneCodes;

/// <summary>The text of an SMS that carries a code: one segment, the reference in a sentence of its own, no link.</summary>
public static class CodeMessage
{
    /// <summary>UCS-2 characters in one segment (GSM 03.40; what Thai needs).</summary>
    public const int SegmentUcs2 = 70;

    /// <summary>GSM 03.38 characters in one segment.</summary>
    public const int SegmentGsm = 160;

    // Of each of several segments the network takes six bytes to join them by.
    private const int JoinedUcs2 = 67;
    private const int JoinedGsm = 153;

    /// <summary>
    /// Writes the fullest message that fits one segment: with the warning to tell nobody and, where wanted, the
    /// WebOTP line; else without one of them; at the least code, minutes, office and reference.
    /// </summary>
    /// <param name="office">The office's name in <paramref name="language"/>.</param>
    /// <param name="code">The code's digits.</param>
    /// <param name="reference">The four letters of the page.</param>
    /// <param name="life">How long the code is good; told in whole minutes.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="webOtpHost">The site's host for the browser's code autofill, or null.</param>
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

    /// <summary>Whether the network carries the text in one segment, and so for the price of one.</summary>
    public static bool FitsOneSegment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= (IsGsm(text) ? SegmentGsm : SegmentUcs2);
    }

    /// <summary>Whether the network carries the text in two segments: as much as a notice with a link may cost.</summary>
    public static bool FitsTwoSegments(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 2 * (IsGsm(text) ? JoinedGsm : JoinedUcs2);
    }

    // The part of GSM 03.38 that costs one septet a character and that our English texts use.
    private static bool IsGsm(string text) => text.All(c => c is '\n' or (>= ' ' and <= 'z' and not ('[' or '\\' or ']' or '^' or '`')));
}
