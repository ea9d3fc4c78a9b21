using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.Storage;

/// <summary>What the host gives of large pages is read as the kernel writes it, and told.</summary>
public sealed class HugePagesTests
{
    [Theory]
    [InlineData("[always] madvise never\n", HugePageMode.Always)]
    [InlineData("always [madvise] never\n", HugePageMode.Madvise)]
    [InlineData("always madvise [never]\n", HugePageMode.Never)]
    [InlineData("always madvise never", HugePageMode.Unknown)]
    [InlineData("", HugePageMode.Unknown)]
    [InlineData("[inherit]", HugePageMode.Unknown)]
    public void The_kernel_s_words_are_read(string text, HugePageMode mode) => Assert.Equal(mode, HugePages.Read(text));

    [Theory]
    [InlineData(HugePageMode.Always, false, LogLevel.Information)]
    [InlineData(HugePageMode.Madvise, false, LogLevel.Warning)]
    [InlineData(HugePageMode.Never, false, LogLevel.Warning)]
    [InlineData(HugePageMode.Unknown, false, LogLevel.Warning)]
    [InlineData(HugePageMode.Madvise, true, LogLevel.Information)]
    public void A_warning_is_for_an_office_that_loses_by_it(HugePageMode mode, bool isDevelopment, LogLevel level)
    {
        using var log = new SiteLog();
        HugePages.Tell(mode, isDevelopment, log.CreateLogger("Samachik"));
        var line = Assert.Single(log.Lines);
        Assert.StartsWith($"{level} ", line, StringComparison.Ordinal);
        Assert.Contains($"{mode}", line, StringComparison.Ordinal);
        Assert.Equal(level == LogLevel.Warning, line.Contains("docs/operating.md", StringComparison.Ordinal));
    }
}
