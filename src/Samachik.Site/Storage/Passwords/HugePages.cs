using System.Diagnostics.Metrics;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Passwords;

/// <summary>Whether the host gives memory in large pages of its own accord.</summary>
public enum HugePageMode
{
    /// <summary>It does not say.</summary>
    Unknown,

    /// <summary>To everybody.</summary>
    Always,

    /// <summary>To who asks for it.</summary>
    Madvise,

    /// <summary>To nobody.</summary>
    Never,
}

/// <summary>
/// Tells an operator whether password hashes get large pages: Argon2id maps its memory afresh for every hash, and with
/// small pages about half of its time goes by until they are all there.
/// </summary>
public sealed class HugePages
{
    private const string File = "/sys/kernel/mm/transparent_hugepage/enabled";

    private readonly ILogger<HugePages> log;
    private readonly bool isDevelopment;

    /// <summary>Makes the figure, of this site alone.</summary>
    public HugePages(IMeterFactory meters, SiteSettings settings, ILogger<HugePages> log)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(settings);
        (this.log, isDevelopment) = (log, settings.IsDevelopment);
        meters.Create(StorageMetrics.MeterName).CreateObservableGauge(
            "samachik.host.huge_pages", () => new Measurement<long>(1, new KeyValuePair<string, object?>("mode", Now())),
            description: "1, with what the host gives as its mode.");
    }

    /// <summary>What a text of the kernel says: all that can be chosen, and in brackets what was.</summary>
    public static HugePageMode Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            _ when text.Contains("[always]", StringComparison.Ordinal) => HugePageMode.Always,
            _ when text.Contains("[madvise]", StringComparison.Ordinal) => HugePageMode.Madvise,
            _ when text.Contains("[never]", StringComparison.Ordinal) => HugePageMode.Never,
            _ => HugePageMode.Unknown,
        };
    }

    /// <summary>Says it once in the log; a warning where it costs an office something.</summary>
    public void TellAtStart() => Tell(Now(), isDevelopment, log);

    /// <summary>What is said of a mode.</summary>
    public static void Tell(HugePageMode mode, bool isDevelopment, ILogger log)
    {
        if (mode == HugePageMode.Always || isDevelopment) log.LogInformation("Transparent huge pages of this host: {Mode}", mode);
        else log.LogWarning("Transparent huge pages of this host: {Mode}. With Always more passwords are hashed in the same time: docs/operating.md, \"Huge pages\"", mode);
    }

    private static HugePageMode Now()
    {
        try
        {
            return Read(System.IO.File.ReadAllText(File));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HugePageMode.Unknown;
        }
    }
}
