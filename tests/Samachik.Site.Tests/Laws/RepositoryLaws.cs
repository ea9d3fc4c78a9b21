using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Samachik.Site.Tests.Laws;

/// <summary>What lies in the repository beside code: packages, assets, and nothing that belongs to one machine.</summary>
public sealed partial class RepositoryLaws
{
    private static readonly string[] Binary = [".woff2", ".br", ".gz", ".png", ".ico", ".jpg", ".webp", ".pdf"];

    // Pieced together, so that this file does not find itself.
    private static readonly string[] Hosts =
        ["registry." + "npmjs", "api." + "nuget", "nuget." + "org/v", "pypi." + "org", "proxy.golang" + ".org", "artifact" + "ory"];

    private static readonly string[] MachinePaths = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", @"C:\" + "Users", "/tmp/" + "art"];

    [Fact]
    public void Every_package_has_its_reason()
    {
        var props = XDocument.Load(SourceTree.PathOf("Directory.Packages.props"));
        var groups = props.Descendants("ItemGroup").ToList();
        Assert.True(groups.Elements("PackageVersion").Count() > 5, "No packages were found.");
        Law.Holds(
            from package in groups.Elements("PackageVersion")
            where !package.NodesBeforeSelf().OfType<XComment>().Any(comment => comment.Value.Trim().Length > 10)
            select $"{package.Attribute("Include")?.Value} has no comment above it that tells what it is for");
    }

    [Fact]
    public void Every_package_is_used_and_pinned_by_a_lock_file()
    {
        var references = SourceTree.Files
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) || file.Path == "Directory.Build.props")
            .SelectMany(file => XDocument.Load(file.FullPath).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")?.Value).ToHashSet();
        var unused = XDocument.Load(SourceTree.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")?.Value).Where(name => !references.Contains(name))
            .Select(name => $"{name} is used by no project");
        var unlocked = SourceTree.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file.FullPath) ?? "", "packages.lock.json")))
            .Select(file => $"{file.Path} has no packages.lock.json");
        Law.Holds(unused.Concat(unlocked));
    }

    // The formula stands in frontend/README.md.
    [Fact]
    public void The_checked_in_assets_are_of_these_sources()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folder = SourceTree.PathOf("frontend");
        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(name => !name.StartsWith("node_modules/", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, name)));
            hash.AppendData("\n"u8);
        }

        var built = File.ReadAllText(SourceTree.PathOf("src/Samachik.Site/wwwroot/assets/sources.sha256"));
        Assert.True(
            built == Convert.ToHexStringLower(hash.GetHashAndReset()) + "\n",
            "The assets are stale: run 'npm ci --ignore-scripts && npm run build' in frontend/.");
    }

    [Fact]
    public void Nothing_tells_of_a_machine_or_a_registry() => Law.Holds(
        from file in Texts()
        where file.Path != "frontend/package-lock.json"
        let text = file.Text
        from word in Hosts.Concat(MachinePaths)
        where text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file.Path} holds {word}");

    // npm writes where a package came from; that must not be a machine's own mirror.
    [Fact]
    public void The_front_ends_lock_file_names_no_place_of_download()
    {
        var resolved = SourceTree.Files.Where(file => file.Path == "frontend/package-lock.json")
            .SelectMany(file => Resolved().Matches(file.Text)).Select(match => match.Value);
        Law.Holds(resolved.Take(3));
    }

    [Fact]
    public void No_secret_lies_in_the_repository() => Law.Holds(
        from file in Texts()
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where Secret().IsMatch(line.Text)
        select $"{file.Path}:{line.Number}");

    [Fact]
    public void No_database_key_or_outbox_lies_in_the_repository() => Law.Holds(
        SourceTree.Files.Where(file => Unwanted().IsMatch(file.Path)).Select(file => file.Path));

    [Fact]
    public void Secrets_are_recognised()
    {
        Assert.Matches(Secret(), "-----BEGIN " + "RSA PRIVATE KEY-----");
        Assert.Matches(Secret(), "Host=db;Pass" + "word=hunter22;Database=x");
        Assert.Matches(Secret(), "\"ApiKey\": \"" + "0123456789abcdef0123\"");
        Assert.DoesNotMatch(Secret(), "Password = details.Password,");
        Assert.DoesNotMatch(Secret(), "public const string PasswordField = nameof(Password);");
    }

    // What two branches both changed comes out of a merge twice, one below the other. Rows of a table, and commands
    // for both databases, may well be alike.
    [Fact]
    public void No_document_says_a_thing_twice_in_a_row() => Law.Holds(
        from file in SourceTree.Files.Where(file => Path.GetExtension(file.Path) == ".md")
        let lines = file.Lines
        from at in Enumerable.Range(0, lines.Length)
        from next in Enumerable.Range(at + 1, 3).Where(next => next < lines.Length)
        where SaysTheSame(lines[at], lines[next])
        select $"{file.Path}:{at + 1} and {next + 1}");

    [Fact]
    public void What_is_said_twice_is_recognised()
    {
        const string line = "All but the notice's are settings. A stranger can use up a phone's limits, and never touches an account.";
        Assert.True(SaysTheSame(line, line.Replace("notice's", "notice's and the help's", StringComparison.Ordinal)));
        Assert.False(SaysTheSame(line, "All but the last are settings of the office."));
        Assert.False(SaysTheSame("", ""));
    }

    [Fact]
    public void Every_attack_has_its_line_and_every_test_that_a_document_names_is_there()
    {
        var security = SourceTree.Files.Single(file => file.Path == "docs/security.md");
        Assert.Equal(
            Enumerable.Range(1, 42).Select(row => $"{row}"),
            security.Lines.Select(line => AttackRow().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value));
        var tests = SourceTree.Files.Where(file => file.Is("tests/", ".cs")).Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet();
        Law.Holds(
            from file in SourceTree.Files.Where(file => file.Is("docs/", ".md"))
            from name in TestName().Matches(file.Text).Select(match => match.Groups[1].Value).Distinct()
            where !tests.Contains(name)
            select $"{file.Path} names {name}");
    }

    [Fact]
    public void The_scripts_can_be_run()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var script in (string[])["run", "test", ".ci/run", "ops/sbom", "ops/backup/archive-wal", "ops/backup/base-backup", "ops/backup/restore", "ops/backup/drill"])
            Assert.True(File.GetUnixFileMode(SourceTree.PathOf(script)).HasFlag(UnixFileMode.UserExecute), $"{script} is not executable");
    }

    private static IEnumerable<SourceFile> Texts() => SourceTree.Files.Where(file =>
        !Binary.Contains(Path.GetExtension(file.Path)) && !file.Path.EndsWith("common-passwords.txt", StringComparison.Ordinal));

    private static bool SaysTheSame(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        var both = first.Intersect(second).Count();
        return first.Count > 10 && !one.StartsWith('|') && !one.StartsWith("dotnet ", StringComparison.Ordinal) && both > 0.75 * Math.Max(first.Count, second.Count);
    }

    private static HashSet<string> Words(string line) => [.. line.Split([' ', '|', ',', '.', ';', ':', '`'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| (?:met|in part: \d|not yet: \d) \| [^|]+ \|$")]
    private static partial Regex AttackRow();

    [GeneratedRegex("`(?:[A-Za-z]+/)?([A-Z][A-Za-z]+(?:Tests|Laws))`")]
    private static partial Regex TestName();

    [GeneratedRegex("\"resolved\": \"[^\"]+\"")]
    private static partial Regex Resolved();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abp]-[0-9]{6,}"
        + @"|(?i:password|pwd)=[^;""'\s{}<>$]{4,}[;""]|(?i:api_?key|secret|token)""?\s*[:=]\s*""[A-Za-z0-9+/_-]{16,}""")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\.(db|db-wal|db-shm|key|pem|pfx|p12|sealed|trx|binlog)$")]
    private static partial Regex Unwanted();
}
