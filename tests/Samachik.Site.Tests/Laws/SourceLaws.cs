using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>What the code must not do, however it is asked: weak cryptography, waived checks, code made at run time, lines to anywhere.</summary>
public sealed partial class SourceLaws
{
    /// <summary>What the code uses of cryptography, and its name in the inventory of docs/security.md.</summary>
    private static readonly Dictionary<string, string> Inventory = new()
    {
        ["AesGcm"] = "AES-256-GCM", ["HMACSHA256"] = "HMAC-SHA-256", ["SHA256"] = "SHA-256", ["HKDF"] = "HKDF-SHA-256", ["Ed25519"] = "Ed25519",
        ["Argon2id"] = "Argon2id", ["Totp"] = "TOTP", ["RandomNumberGenerator"] = "RandomNumberGenerator",
    };

    /// <summary>Of the same namespace, and no algorithm.</summary>
    private static readonly string[] Neutral =
        ["CryptographicException", "CryptographicOperations", "HashAlgorithmName", "IncrementalHash", "AuthenticationTagMismatchException", "DeriveBytes"];

    /// <summary>Where an id may be drawn that is no secret, and why.</summary>
    private static readonly Dictionary<string, string> PlainIds = new()
    {
        ["src/Samachik.Site/Storage/SaveAct.cs"] = "versions of rows",
        ["src/Samachik.Site/Storage/Leases.cs"] = "the name of a node",
        ["src/Samachik.Site/Sms/MessageQueue.cs"] = "a hash of nobody",
    };

    private static readonly string[] OpensLines = ["src/Samachik.Site/Sms/GatewayHttp.cs", "src/Samachik.Site/Mail/Smtp/SmtpSender.cs"];

    private static string Security => File.ReadAllText(SourceTree.PathOf("docs/security.md"));

    private static IEnumerable<(string Path, string Code)> Code => SourceTree.ShippedCode.Select(file => (file.Path, CSharpText.Blank(file.Text)));

    private static IEnumerable<SourceFile> Scripts => SourceTree.Files.Where(file => file.Is("frontend/src/js/", ".js"));

    [Fact]
    public void Cryptography_is_what_the_inventory_says()
    {
        var known = typeof(SHA256).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(SHA256).Namespace)
            .Select(type => type.Name.Split('`')[0]).Concat(Inventory.Keys).Concat(["MD5", "SHA1", "Rijndael"]).ToHashSet();
        var used = Code.Where(file => Cryptography().IsMatch(file.Code))
            .SelectMany(file => Word().Matches(file.Code)).Select(match => match.Value).Where(known.Contains).Distinct().Except(Neutral).ToList();
        Law.Holds(
        [
            .. used.Except(Inventory.Keys).Select(name => $"{name} is used and not in the inventory"),
            .. Inventory.Keys.Except(used).Select(name => $"{name} is used no more"),
        ]);
        var chapter = Chapter("## Cryptographic inventory");
        Law.Holds(Inventory.Values.Where(name => !chapter.Contains(name, StringComparison.Ordinal)).Select(name => $"{name} is not in the inventory"));
    }

    [Fact]
    public void Nothing_secret_is_an_id_that_is_not_drawn_for_it() => Law.Holds(
        from file in Code
        where PlainId().IsMatch(file.Code) && !PlainIds.ContainsKey(file.Path)
        select file.Path);

    [Fact]
    public void No_check_is_waived_nothing_is_compiled_and_only_fixed_types_are_read() => Law.Holds(
        from file in Code
        from match in Forbidden().Matches(file.Code)
        select $"{file.Path}: {match.Value}");

    [Fact]
    public void Lines_to_others_are_opened_in_named_places()
    {
        Assert.Equal(
            OpensLines.Order(StringComparer.Ordinal), Code.Where(file => OpensLine().IsMatch(file.Code)).Select(file => file.Path).Order(StringComparer.Ordinal));
        var chapter = Chapter("## Lines in and out");
        Law.Holds(OpensLines.Select(Path.GetFileNameWithoutExtension).Where(name => name is null || !chapter.Contains($"`{name}`", StringComparison.Ordinal))
            .Select(name => $"{name} is not in the table of lines"));
    }

    [Fact]
    public void Sessions_begin_where_the_ways_in_say()
    {
        var begun = Code.Where(file => BeginsSession().IsMatch(file.Code)).Select(file => Path.GetFileNameWithoutExtension(file.Path));
        var cookies = Code.Where(file => GivesCookie().IsMatch(file.Code)).Select(file => Path.GetFileNameWithoutExtension(file.Path));
        Assert.Equal((string[])["MemberSessions", "OfficerSessions"], cookies.Order(StringComparer.Ordinal));
        var told = Chapter("## Ways in").Split('\n').Where(line => line.StartsWith('|')).Skip(2)
            .SelectMany(line => InCode().Matches(line.Split('|')[3])).Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(told.Append("StaffSessions").Order(StringComparer.Ordinal), begun.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Scripts_write_text_as_text_keep_nothing_and_read_no_code()
    {
        Assert.True(Scripts.Count() > 10, "No scripts were found.");
        Law.Holds(
            from file in Scripts
            from match in ForbiddenInScripts().Matches(file.Text)
            select $"{file.Path}: {match.Value}");
    }

    [Theory]
    [InlineData("element.innerHTML = text")]
    [InlineData("eval(text)")]
    [InlineData("setTimeout('go()', 1)")]
    [InlineData("localStorage.setItem(a, b)")]
    [InlineData("options[name] = value")]
    [InlineData("JSON.parse(answer)")]
    public void What_a_script_must_not_do_is_recognised(string line) => Assert.Matches(ForbiddenInScripts(), line);

    [Theory]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("new Regex(typed)")]
    [InlineData("Regex.IsMatch(text, typed)")]
    [InlineData("cipher.Mode = CipherMode.ECB")]
    [InlineData("new BinaryFormatter()")]
    public void What_the_code_must_not_do_is_recognised(string line) => Assert.Matches(Forbidden(), line);

    private static string Chapter(string heading)
    {
        Assert.Contains($"\n{heading}\n", Security, StringComparison.Ordinal);
        return Security.Split($"\n{heading}\n")[1].Split("\n## ")[0];
    }

    [GeneratedRegex(@"using (System\.Security\.Cryptography|NSec|OtpNet)")]
    private static partial Regex Cryptography();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"Guid\.NewGuid|Random\.Shared|new Random\b")]
    private static partial Regex PlainId();

    [GeneratedRegex(@"CertificateValidationCallback|CustomValidationCallback|DangerousAccept|CipherMode|PaddingMode|RSAEncryptionPadding"
        + @"|\bnew Regex\b|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count)\b|BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter"
        + @"|XmlSerializer|TypeNameHandling|JsonDerivedType|JsonPolymorphic|CSharpScript|Assembly\.Load|Activator\.CreateInstance|DynamicMethod|\bdynamic\b")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\bAddHttpClient\b|\bnew (?:HttpClient|SocketsHttpHandler|HttpClientHandler|Socket|TcpClient|UdpClient|SmtpClient|ClientWebSocket|Ping)\b|\bDns\.|WebRequest")]
    private static partial Regex OpensLine();

    [GeneratedRegex(@"\bsessions\.Begin(?:Async)?\(")]
    private static partial Regex BeginsSession();

    [GeneratedRegex(@"\bcontext\.SignInAsync\(", RegexOptions.IgnoreCase)]
    private static partial Regex GivesCookie();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\beval\(|new Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|set(?:Timeout|Interval)\(\s*['""`]|localStorage|sessionStorage"
        + @"|indexedDB|document\.cookie|__proto__|Object\.assign|JSON\.parse|\w\[[a-z]\w*\]\s*=[^=]|\.setAttribute\(\s*['""]on")]
    private static partial Regex ForbiddenInScripts();
}
