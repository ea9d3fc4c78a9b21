using Samachik.Rules.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>A draft of the privacy notice, from its first word to its publication.</summary>
public sealed class Drafting
{
    private Drafting(Staff drafter, Staff second, string path) => (Drafter, Second, Path) = (drafter, second, path);

    /// <summary>Who writes it: a data protection officer.</summary>
    public Staff Drafter { get; }

    /// <summary>Who checks it: a supervisor.</summary>
    public Staff Second { get; }

    /// <summary>The version's page.</summary>
    public string Path { get; }

    /// <summary>The fields of a draft that is right for tomorrow.</summary>
    public static (string Name, string? Value)[] Fields(string version = "1.1", string words = "ข้อความใหม่ของเรา", string day = "2") =>
    [
        ("Version", version), ("EffectiveDay", day), ("EffectiveMonth", "12"), ("EffectiveYear", "2569"), ("ThaiTitle", "ประกาศใหม่"),
        ("ThaiText", $"## หัวข้อ\r\n\r\n{words}"), ("EnglishTitle", "New notice"), ("EnglishText", $"## Heading\r\n\r\nNew words, {version}"),
    ];

    /// <summary>Both people, and the first one's draft.</summary>
    public static async Task<Drafting> BeginAsync(TestSite site, params (string Name, string? Value)[] fields)
    {
        var (drafter, second) = (await Staff.JoinAsync(site, OfficerRole.DataProtectionOfficer), await Staff.JoinAsync(site, OfficerRole.Supervisor));
        var saved = await drafter.Visitor.SubmitAndFollowAsync("/officers/agreements/new", fields.Length > 0 ? fields : Fields());
        Assert.EndsWith("?done=Saved", saved.Path, StringComparison.Ordinal);
        return new(drafter, second, saved.Path.Split('?')[0]);
    }

    /// <summary>A draft that was proposed, with its page before the second person.</summary>
    public static async Task<Drafting> ProposedAsync(TestSite site, params (string Name, string? Value)[] fields)
    {
        var drafting = await BeginAsync(site, fields);
        await drafting.ProposeAsync();
        await drafting.Second.Visitor.GetAsync(drafting.Path);
        return drafting;
    }

    /// <summary>A version that was published.</summary>
    public static async Task<Drafting> PublishedAsync(TestSite site, params (string Name, string? Value)[] fields)
    {
        var drafting = await ProposedAsync(site, fields);
        Assert.Equal($"{drafting.Path}?done=Published", (await drafting.ApproveAsync()).Location);
        return drafting;
    }

    /// <summary>Proposes it as it stands.</summary>
    public async Task ProposeAsync()
    {
        await Drafter.Visitor.GetAsync(Path);
        Assert.Equal($"{Path}?done=Proposed", (await Drafter.Visitor.SubmitAsync($"{Path}?handler=Propose")).Location);
    }

    /// <summary>Publishes what the second person has before them.</summary>
    public Task<Reply> ApproveAsync() => Second.Visitor.SubmitAsync($"{Path}?handler=Approve");

    /// <summary>Changes the draft.</summary>
    public async Task<Reply> ChangeAsync(params (string Name, string? Value)[] fields)
    {
        await Drafter.Visitor.GetAsync($"{Path}/draft");
        return await Drafter.Visitor.SubmitAsync($"{Path}/draft", fields);
    }
}
