using System.Globalization;

namespace Samachik.Site.Settings;

/// <summary>A setting that cannot be used; the message names its key and never its value.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One sentence per setting.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;

    /// <summary>Opens all that settings name, and throws with the faults of all together.</summary>
    public static void ThrowTogether(params IEnumerable<Action> opens)
    {
        var all = new List<string>();
        foreach (var open in opens)
        {
            try
            {
                open();
            }
            catch (SettingsException e)
            {
                all.AddRange(e.Faults);
            }
        }

        if (all.Count > 0) throw new SettingsException(all);
    }
}

/// <summary>Reads settings with their defaults and gathers every fault, so that an operator sees all at once.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> faults = [];

    /// <summary>A text that must not be empty.</summary>
    public string Text(string key, string fallback)
    {
        var value = configuration[key];
        return string.IsNullOrWhiteSpace(value) ? fallback : value.Trim();
    }

    /// <summary>A whole number between two bounds, both allowed.</summary>
    public int Number(string key, int fallback, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text) return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        Fault(key, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return fallback;
    }

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public double Part(string key, double fallback)
    {
        if (configuration[key] is not { Length: > 0 } text) return fallback;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is >= 0 and <= 1)
            return part;
        Fault(key, "must be a number from 0 to 1");
        return fallback;
    }

    /// <summary>A duration written as <c>hh:mm:ss</c>; the framework would also read 5 as five days and 05:00 as hours.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (configuration[key] is not { Length: > 0 } text) return fallback;
        if (text.Count(c => c == ':') == 2 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration)
            && duration >= least && duration <= most) return duration;
        Fault(key, string.Create(CultureInfo.InvariantCulture, $"must be a duration hh:mm:ss from {least:c} to {most:c}"));
        return fallback;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Switch(string key, bool fallback)
    {
        if (configuration[key] is not { Length: > 0 } text) return fallback;
        if (bool.TryParse(text, out var on)) return on;
        Fault(key, "must be true or false");
        return fallback;
    }

    /// <summary>One of the names of an enum.</summary>
    public TEnum Choice<TEnum>(string key, TEnum fallback)
        where TEnum : struct, Enum
    {
        if (configuration[key] is not { Length: > 0 } text) return fallback;
        if (Enum.TryParse<TEnum>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]))
            return choice;
        Fault(key, $"must be one of {string.Join(", ", Enum.GetNames<TEnum>())}");
        return fallback;
    }

    /// <summary>
    /// An address of http or https. What goes to this machine needs no TLS; outside Development all else does, and so does
    /// where others come to us.
    /// </summary>
    public Uri? Url(string key, string fallback, bool isDevelopment, bool isForOthers = false)
    {
        if (Text(key, fallback) is not { Length: > 0 } text) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            Fault(key, "must be an address that begins with http:// or https://");
            return null;
        }

        if (!isDevelopment && url.Scheme != Uri.UriSchemeHttps && (isForOthers || !url.IsLoopback))
            Fault(key, isForOthers ? "must begin with https:// outside Development" : "must begin with https:// for another machine, outside Development");
        return url;
    }

    /// <summary>A list: <c>Key:0</c>, <c>Key:1</c> …, or one text with commas.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var section = configuration.GetSection(key);
        var items = section.Value is { Length: > 0 } line
            ? line.Split(',')
            : section.GetChildren().Select(child => child.Value ?? "");
        return [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];
    }

    /// <summary>Notes that a setting cannot be used.</summary>
    public void Fault(string key, string why) => faults.Add($"{key}: {why}.");

    /// <summary>Ends the reading: throws when anything was at fault.</summary>
    public void Close()
    {
        if (faults.Count > 0) throw new SettingsException(faults);
    }
}
