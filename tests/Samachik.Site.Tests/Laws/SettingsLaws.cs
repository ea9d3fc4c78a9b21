using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Samachik.Site.Settings;
using Samachik.Site.Tests.Settings;

namespace Samachik.Site.Tests.Laws;

/// <summary>A setting is read in one place and stands in the operators' table.</summary>
public sealed partial class SettingsLaws
{
    [Fact]
    public void The_table_of_settings_names_the_keys_that_are_read()
    {
        var asked = new AskedKeys();
        ReadSettings.From(asked, isDevelopment: true);
        var documented = DocumentedSetting.All.Select(setting => setting.Key).ToList();
        Assert.True(documented.Count > 30, $"Only {documented.Count} keys were found in docs/operating.md.");
        Assert.Equal(documented.Count, documented.Distinct().Count());
        Law.Holds(
        [
            .. asked.Keys.Except(documented).Select(key => $"{key} is read and not in docs/operating.md"),
            .. documented.Except(asked.Keys).Select(key => $"{key} is in docs/operating.md and not read"),
        ]);
    }

    [Fact]
    public void Settings_are_read_in_Settings_alone() => Law.Holds(
        from file in SourceTree.ShippedCode
        where !file.Is("src/Samachik.Site/Settings/", ".cs")
        where ReadsByItself().IsMatch(CSharpText.Blank(file.Text).Replace("ReadSettings.From(builder.Configuration,", "", StringComparison.Ordinal))
        select file.Path);

    [GeneratedRegex(@"\bIConfiguration\b|\.Configuration\b|GetEnvironmentVariable|\bIOptions<|\bGetSection\b")]
    private static partial Regex ReadsByItself();

    /// <summary>Has no value and remembers which keys it was asked for.</summary>
    private sealed class AskedKeys : IConfiguration
    {
        private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

        public HashSet<string> Keys { get; } = [];

        public string? this[string key]
        {
            get
            {
                Keys.Add(key);
                return null;
            }

            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key)
        {
            Keys.Add(key);
            return Nothing.GetSection(key);
        }

        public IEnumerable<IConfigurationSection> GetChildren() => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => Nothing.GetReloadToken();
    }
}
