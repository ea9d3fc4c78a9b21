namespace Samachik.Bench;

/// <summary>The host's setting of transparent huge pages, which half of a hash's time hangs on.</summary>
internal static class HugePages
{
    private const string Setting = "/sys/kernel/mm/transparent_hugepage/enabled";

    /// <summary>The setting in force; "unknown" where the host tells none.</summary>
    public static string Now
    {
        get
        {
            if (!File.Exists(Setting)) return "unknown";
            var text = File.ReadAllText(Setting);
            return text[(text.IndexOf('[', StringComparison.Ordinal) + 1)..text.IndexOf(']', StringComparison.Ordinal)];
        }
    }

    /// <summary>Sets it; false where this user may not.</summary>
    public static bool TrySet(string value)
    {
        try
        {
            File.WriteAllText(Setting, value);
            return Now == value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
