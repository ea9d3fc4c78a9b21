using System.Reflection;
using System.Text.RegularExpressions;
using Samachik.Rules.People;
using Samachik.Site.Settings;

namespace Samachik.Site.Tests.Laws;

/// <summary>Who may use whom.</summary>
public sealed partial class ArchitectureLaws
{
    private const string Features = "Samachik.Site.Features.";

    /// <summary>What every feature may use: codes by SMS, and the form's building blocks, which are no feature.</summary>
    private static readonly string[] ForEveryFeature = ["PhoneCodes", "Shared"];

    private static Assembly Rules => typeof(NationalId).Assembly;

    private static Assembly Site => typeof(SiteSettings).Assembly;

    [Fact]
    public void Rules_stand_on_the_base_library_alone()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        Law.Holds(Rules.GetReferencedAssemblies()
            .Where(name => !File.Exists(Path.Combine(runtime ?? "", $"{name.Name}.dll")))
            .Select(name => $"Samachik.Rules uses {name.Name}"));
    }

    [Fact]
    public void Rules_touch_no_file_no_clock_no_network_no_thread()
    {
        string[] forbidden =
        [
            "System.IO.File", "System.IO.Directory", "System.TimeProvider", "System.Net.", "System.Threading.Tasks.Task",
            "System.Environment", "System.Console", "System.Diagnostics.Process", "System.Security.Cryptography.RandomNumberGenerator",
        ];
        Law.Holds(
            from type in Rules.GetTypes()
            from used in UsedTypes.Of(type)
            where !(type.Name.StartsWith('<') && used == typeof(Environment)) // an iterator asks which thread it is on
            where forbidden.Any(name => used.FullName?.StartsWith(name, StringComparison.Ordinal) == true)
            select $"{type.FullName} uses {used.FullName}");
    }

    [Fact]
    public void A_feature_uses_no_other_feature_but_PhoneCodes()
    {
        var types = Site.GetTypes().Where(type => FeatureOf(type) is not null).ToList();
        Assert.True(types.Count > 50, $"Only {types.Count} types of features were found.");
        Law.Holds(
            from type in types
            from used in UsedTypes.Of(type)
            let other = FeatureOf(used)
            where other is not null && other != FeatureOf(type) && !ForEveryFeature.Contains(other)
            select $"{type.FullName} uses {used.FullName}");
    }

    // Constants and unused usings leave no trace in the assembly.
    [Fact]
    public void A_feature_names_no_other_feature_but_PhoneCodes() => Law.Holds(
        from file in SourceTree.Files
        where file.Is("src/Samachik.Site/Features/", ".cs") || file.Is("src/Samachik.Site/Features/", ".cshtml")
        let own = file.Path.Split('/')[3]
        from Match name in FeatureName().Matches(file.Text)
        let other = name.Groups[1].Value
        where other != own && !ForEveryFeature.Contains(other)
        select $"{file.Path} names Features.{other}");

    [Fact]
    public void PhoneCodes_and_Shared_use_no_feature_but_PhoneCodes_the_form_s_blocks() => Law.Holds(
        from type in Site.GetTypes()
        let own = FeatureOf(type)
        where own is not null && ForEveryFeature.Contains(own)
        from used in UsedTypes.Of(type)
        let other = FeatureOf(used)
        where other is not null && other != own && (own, other) != ("PhoneCodes", "Shared")
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Storage_Sms_Mail_and_Notices_know_no_feature() => Law.Holds(
        from type in Site.GetTypes()
        where ((string[])["Storage", "Sms", "Mail", "Notices"]).Any(part => type.FullName?.StartsWith($"Samachik.Site.{part}.", StringComparison.Ordinal) == true)
        from used in UsedTypes.Of(type)
        where FeatureOf(used) is not null
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Raw_sql_stands_in_Storage_alone() => Law.Holds(
        from file in SourceTree.ShippedCode
        where !file.Is("src/Samachik.Site/Storage/", ".cs")
        where RawSql().IsMatch(CSharpText.Blank(file.Text))
        select file.Path);

    [Fact]
    public void No_act_catches_a_database_exception() => Law.Holds(
        from file in SourceTree.ShippedCode
        where file.Is("src/Samachik.Site/Features/", ".cs")
        where DatabaseException().IsMatch(CSharpText.Blank(file.Text))
        select file.Path);

    [Fact]
    public void An_interface_has_several_implementations()
    {
        // SMS: Outbox in Development; the real gateways come as folders beside it. E-mail: Drop, Smtp, none.
        string[] known = ["Samachik.Site.Sms.ISmsGateway", "Samachik.Site.Mail.IMailSender"];
        Law.Holds(Rules.GetTypes().Concat(Site.GetTypes())
            .Where(type => type.IsInterface && !known.Contains(type.FullName)).Select(type => $"{type.FullName}"));
    }

    [Fact]
    public void Classes_are_sealed_static_or_bases() => Law.Holds(
        from type in Rules.GetTypes().Concat(Site.GetTypes())
        where type is { IsClass: true, IsSealed: false, IsAbstract: false }
        where type.Namespace?.StartsWith("Samachik.", StringComparison.Ordinal) == true && !IsGenerated(type)
        select $"{type.FullName} is not sealed");

    private static string? FeatureOf(Type type)
    {
        var name = type.FullName ?? "";
        if (!name.StartsWith(Features, StringComparison.Ordinal)) return null;
        var rest = name[Features.Length..];
        var end = rest.IndexOf('.', StringComparison.Ordinal);
        return end < 0 ? null : rest[..end];
    }

    private static bool IsGenerated(Type type) => type.Name.Contains('<', StringComparison.Ordinal)
        || type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true
        || type.Namespace == typeof(Site.Storage.Postgres.Model.PostgresMembersDbModel).Namespace
        || typeof(Microsoft.AspNetCore.Mvc.Razor.IRazorPage).IsAssignableFrom(type);

    [GeneratedRegex(@"Features\.([A-Za-z]+)")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"\b(FromSql|ExecuteSql|SqlQuery|CreateCommand|CommandText)")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\b(DbUpdate\w*|Npgsql\w*|Postgres|Sqlite|Db)Exception\b")]
    private static partial Regex DatabaseException();
}
