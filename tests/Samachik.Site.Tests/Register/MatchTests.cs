using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Register;

/// <summary>Sign-ups are held against the register: never before the phone is proven, and never with a word of what differs.</summary>
public abstract class MatchTests(DatabaseKind kind)
{
    [Fact]
    public async Task Off_nobody_asks()
    {
        await using var site = new TestSite(kind);
        var person = InsuredPeople.NewThai();
        await InsuredPeople.ImportAsync(site, person);
        await Newcomer.MemberAsync(site, person);
        Assert.Equal(AssuranceLevel.SelfAsserted, await InsuredPeople.LevelOfAsync(site, person));
        Assert.Empty(await ActsAsync(site));
    }

    [Theory]
    [InlineData("th", "ระดับ 2")]
    [InlineData("en", "Level 2")]
    public async Task Who_fits_is_raised_and_told_so(string language, string level)
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Raise"));
        var person = InsuredPeople.NewThai() with { FirstName = "สมชาย", LastName = "ณ อยุธยา" };
        await InsuredPeople.ImportAsync(site, person);
        var newcomer = await Newcomer.AtDetailsAsync(site, person);
        if (language == "en") await newcomer.Visitor.ReadAsync("en");
        await newcomer.GiveDetailsAsync(("FirstName", "สม ชาย"), ("LastName", "ณ-อยุธยา"));
        Assert.Empty(await ActsAsync(site));
        var page = await newcomer.ProvePhoneAsync();
        Assert.Equal("/sign-up/done", page.Path);
        Assert.Contains(level, page.Document.QuerySelector(".sm-level--2")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssuranceLevel.Matched, await InsuredPeople.LevelOfAsync(site, person));
        Assert.Equal([(AuditAct.RegisterMatched, AuditActor.Member, true)], await ActsAsync(site));
        Assert.Contains(
            SiteTexts.Of<MyAccountTexts>(site, language, "AuditAct.RegisterMatched"), (await newcomer.Visitor.OpenAsync("/account/activity")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not there")]
    [InlineData("FirstName")]
    [InlineData("BirthDay")]
    public async Task Who_does_not_fit_stays_at_level_one(string difference)
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Raise"));
        var person = InsuredPeople.NewThai();
        if (difference != "not there") await InsuredPeople.ImportAsync(site, person);
        var newcomer = await Newcomer.AtDetailsAsync(site, person);
        await newcomer.GiveDetailsAsync(Otherwise(difference));
        var page = await newcomer.ProvePhoneAsync();
        Assert.Equal("/sign-up/done", page.Path);
        Assert.NotNull(page.Document.QuerySelector(".sm-level--1"));
        Assert.Equal(AssuranceLevel.SelfAsserted, await InsuredPeople.LevelOfAsync(site, person));
        Assert.Equal([(AuditAct.RegisterNotMatched, AuditActor.Member, true)], await ActsAsync(site));
    }

    [Theory]
    [InlineData("Demand", true)]
    [InlineData("Raise", false)]
    public async Task An_empty_register_that_is_demanded_is_told_of_at_start(string use, bool isTold)
    {
        await using var site = new TestSite(kind, ("SignUp:Register", use));
        site.EnsureStarted();
        Assert.Equal(isTold, site.Log.Lines.Any(line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains("register is empty", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Demanded_every_miss_is_told_alike_and_nothing_typed_is_lost()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"));
        var told = new HashSet<string>();
        foreach (var difference in (string[])["not there", "FirstName", "LastName", "NoLastName", "BirthDay", "BirthDayUnknown", "BirthYear"])
        {
            var person = InsuredPeople.NewThai();
            if (difference != "not there") await InsuredPeople.ImportAsync(site, person);
            var newcomer = await Newcomer.AtDetailsAsync(site, person);
            await newcomer.GiveDetailsAsync(Otherwise(difference));
            var page = await newcomer.ProvePhoneAsync();
            Assert.Equal("/sign-up/details", page.Path);
            Assert.Null(await InsuredPeople.LevelOfAsync(site, person));
            Assert.DoesNotContain("samachik-session", newcomer.Visitor.Cookies.Keys);
            told.Add(page.Document.GetElementById("not-in-register")?.OuterHtml ?? "");
            Assert.Equal(person.NationalId, page.Shown("NationalId")?.Replace("-", "", StringComparison.Ordinal));
            Assert.Equal(difference == "FirstName" ? "สมหมาย" : person.FirstName, page.Shown("FirstName"));
            Assert.Equal(person.BirthMonth, page.Shown("BirthMonth"));
            Assert.True(string.IsNullOrEmpty(page.Shown("Password")));
            Assert.Empty(page.FieldsInError);

            // Neither reload nor an old form gets past it; right details do, with a new code at once.
            Assert.Equal("/sign-up/details", (await newcomer.Visitor.OpenAsync("/sign-up/phone-code")).Path);
            Assert.NotNull(newcomer.Visitor.Page?.Document.GetElementById("not-in-register"));
            if (difference == "not there") continue;
            Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync(("NoLastName", null))).Path);
            Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
            Assert.Equal(AssuranceLevel.Matched, await InsuredPeople.LevelOfAsync(site, person));
        }

        Assert.Contains(SiteTexts.Of<SignUpTexts>(site, "th", "NotInRegister.Text"), Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("tel:1506", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(7, (await ActsAsync(site)).Count(act => act == (AuditAct.RegisterNotMatched, AuditActor.Stranger, false)));
    }

    [Theory]
    [InlineData("6", "true", true)]
    [InlineData("7", "true", true)]
    [InlineData("8", "true", true)]
    [InlineData("6", "false", false)]
    [InlineData("2", "true", false)]
    public async Task Numbers_of_foreign_people_pass_where_the_office_says_so(string first, string setting, bool passes)
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"), ("SignUp:RegisterForeign", setting));
        var newcomer = await Newcomer.AtCodeAsync(site, InsuredPeople.WithFirstDigit(first));
        Assert.Equal(passes ? "/sign-up/done" : "/sign-up/details", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Equal(passes ? AssuranceLevel.SelfAsserted : null, await InsuredPeople.LevelOfAsync(site, newcomer.Person));
    }

    [Fact]
    public async Task An_unknown_day_matches_an_unknown_day_alone()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Raise"));
        foreach (var (inFile, typed, level) in ((string, string, AssuranceLevel)[])
            [("00", "unknown", AssuranceLevel.Matched), ("00", "5", AssuranceLevel.SelfAsserted), ("05", "unknown", AssuranceLevel.SelfAsserted)])
        {
            var person = InsuredPeople.NewThai();
            await InsuredPeople.ImportAsync(site, [$"{InsuredPeople.RowOf(person)[..^2]}{inFile}"]);
            var newcomer = await Newcomer.AtDetailsAsync(site, person);
            await newcomer.GiveDetailsAsync(("BirthDay", typed));
            await newcomer.ProvePhoneAsync();
            Assert.Equal(level, await InsuredPeople.LevelOfAsync(site, person));
        }
    }

    internal static (string Name, string? Value)[] Otherwise(string difference) => difference switch
    {
        "FirstName" => [("FirstName", "สมหมาย")],
        "LastName" => [("LastName", "ใจงาม")],
        "NoLastName" => [("LastName", null), ("NoLastName", "true")],
        "BirthDay" => [("BirthDay", "8")],
        "BirthDayUnknown" => [("BirthDay", "unknown")],
        "BirthYear" => [("BirthYear", "2489")],
        _ => [],
    };

    private static Task<List<(AuditAct Act, AuditActor Actor, bool HasMember)>> ActsAsync(TestSite site) => site.LookAsync(async db =>
        (await db.AuditEntries.AsNoTracking().Where(row => row.Act == AuditAct.RegisterMatched || row.Act == AuditAct.RegisterNotMatched).ToListAsync())
            .ConvertAll(row => (row.Act, row.Actor, row.MemberId is not null)));
}

/// <inheritdoc/>
public sealed class MatchTestsOnSqlite() : MatchTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class MatchTestsOnPostgres() : MatchTests(DatabaseKind.Postgres);
