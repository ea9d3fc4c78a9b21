using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Supply;

namespace Samachik.Site.Tests.Backup;

/// <summary>The operator's drill with a PostgreSQL of its own: backed up, lost, restored to a point in time, served again.</summary>
[Trait("Category", "Process")]
public sealed class DrillTests
{
    // What must have been looked at: a drill that checks nothing has nothing that fails.
    private static readonly string[] Looked =
    [
        "ok    samachik audit verify", "ok    a session of then is dead", "ok    so is one that was signed out later", "ok    a code of then does nothing",
        "ok    a code of later does nothing", "ok    the members of then are there, those of later are not", "ok    and reads what is known", ". 0 failed.",
    ];

    [Fact]
    public async Task What_was_there_then_is_back_and_nothing_of_it_is_alive()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ops/backup/drill is a script for Linux.");
        Assert.SkipUnless(Directory.Exists("/usr/lib/postgresql"), "There is no PostgreSQL on this machine.");
        var (code, output) = await OutsideProgram.RunAsync(
            Path.GetTempPath(), SourceTree.PathOf("ops/backup/drill"), Path.Combine(AppContext.BaseDirectory, "samachik.dll"));
        Assert.True(code == 0, output);
        Assert.All(Looked, line => Assert.Contains(line, output, StringComparison.Ordinal));
    }
}
