using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Laws;

/// <summary>Every field that a person fills in can be named, completed and corrected, whatever they see or hear.</summary>
public sealed class FormLaws(SqliteSite shared) : IClassFixture<SqliteSite>
{
    /// <summary>The words of HTML's autofill that our fields use. A tick is never filled in by a browser: off.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["NationalId"] = "username", ["Phone"] = "tel-national", ["Password"] = "new-password", ["ConfirmPassword"] = "new-password",
        ["FirstName"] = "given-name", ["LastName"] = "family-name", ["NoLastName"] = "off",
        ["BirthDay"] = "bday-day", ["BirthMonth"] = "bday-month", ["BirthYear"] = "bday-year",
        ["Code"] = "one-time-code", ["RecoveryCode"] = "one-time-code", ["AcceptPrivacy"] = "off", ["AcceptConduct"] = "off", ["RememberBrowser"] = "off",
        ["Email"] = "email", ["Number"] = "username", ["CloseAccount"] = "off", ["Note"] = "off",
    };

    /// <summary>Fields whose word is another on some page: there the password is one that the member has.</summary>
    private static readonly Dictionary<(string Path, string Field), string> WordsOf = new()
    {
        [("/sign-in", "Password")] = "current-password",
        [("/account/proof", "Password")] = "current-password",
        [("/officers/sign-in", "Password")] = "current-password",
    };

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Every_field_has_one_label_and_an_autocomplete_word(string language)
    {
        var pages = await PagesAsync(language);
        Assert.Equal(Words.Keys.Order(StringComparer.Ordinal), pages.SelectMany(Fields).Select(Name).Distinct().Order(StringComparer.Ordinal));
        Law.Holds(
            from page in pages
            from field in Fields(page)
            let name = Name(field)
            let labels = page.Document.QuerySelectorAll($"label[for='{field.Id}']")
            from breach in (string?[])
            [
                field.Id == name ? null : $"its id is {field.Id}",
                labels.Length == 1 && labels[0].TextContent.Trim().Length > 1 ? null : $"it has {labels.Length} label(s)",
                field.GetAttribute("autocomplete") == Word(page, name) ? null : $"its autocomplete word is {field.GetAttribute("autocomplete")}",
                Described(page, field).All(id => page.Document.GetElementById(id) is not null) ? null : "it is described by nothing",
                page.Document.QuerySelectorAll($"#{field.Id}").Length == 1 ? null : "its id is not its own",
            ]
            where breach is not null
            select $"{page.Path} {name}: {breach}");
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Every_field_has_an_error_slot_when_it_is_wrong(string language)
    {
        var visitor = await VisitorAsync(language);
        Wrong(visitor, await visitor.SubmitAsync("/sign-up/agreement"), "AcceptPrivacy", "AcceptConduct");
        await visitor.SubmitAndFollowAsync("/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));
        Wrong(
            visitor, await visitor.SubmitAsync("/sign-up/details"),
            "NationalId", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "BirthDay", "BirthMonth", "BirthYear");
        Wrong(visitor, await visitor.SubmitAsync("/sign-up/details", [.. Person.New().Fields, ("NoLastName", "true")]), "NoLastName");
        await visitor.SubmitAndFollowAsync("/sign-up/details", [.. Person.New().Fields, ("NoLastName", null)]);
        Wrong(visitor, await visitor.SubmitAsync("/sign-up/phone-code", ("Code", "12")), "Code");
        await SignInFieldsAsync(language);
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Every_field_of_my_account_has_an_error_slot_when_it_is_wrong(string language)
    {
        var newcomer = new Newcomer(Site, visitor: await VisitorAsync(language));
        var visitor = newcomer.Visitor;
        await AccountPages.SignUpAsync(newcomer);
        Wrong(visitor, await visitor.SubmitAsync("/account/password"), "Password", "ConfirmPassword");
        Wrong(visitor, await visitor.SubmitAsync("/account/phone"), "Phone");
        Wrong(visitor, await visitor.SubmitAsync("/account/email"), "Email");
        Wrong(visitor, await visitor.SubmitAsync("/account/name", ("FirstName", null), ("LastName", null)), "FirstName", "LastName");
        Wrong(visitor, await visitor.SubmitAsync("/account/name", ("FirstName", "ก"), ("LastName", "ก"), ("NoLastName", "true")), "NoLastName");
        Wrong(visitor, await visitor.SubmitAsync("/account/close"), "CloseAccount");
        await visitor.SubmitAndFollowAsync("/account/phone", ("Phone", Person.New().Phone));
        Wrong(visitor, await visitor.SubmitAsync("/account/phone/code"), "Code");
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await visitor.OpenAsync("/account/phone");
        Wrong(visitor, await visitor.SubmitAsync("/account/proof"), "Password");
    }

    [Fact]
    public async Task The_forms_have_the_fields_of_the_contract()
    {
        var pages = await PagesAsync("th");
        Law.Holds(
            from form in RouteContract.Forms
            let shown = pages.SelectMany(page => page.Document.QuerySelectorAll($"form[action='{form.Action}']")).FirstOrDefault()
            from breach in shown is null ? ["is on no page"]
                : form.Fields.Where(field => shown.QuerySelector($"[name='{field}']") is null).Select(field => $"has no {field}")
            select $"{form.Action} {breach}");
    }

    [Fact]
    public async Task Every_form_posts_and_carries_its_token() => Law.Holds(
        from page in await PagesAsync("th")
        from form in page.Document.QuerySelectorAll("form")
        where form.GetAttribute("method") != "post" || form.QuerySelectorAll("input[name=__RequestVerificationToken][type=hidden]").Length != 1
        select $"{page.Path}: {form.GetAttribute("action")}");

    [Fact]
    public async Task Every_page_has_one_title_one_heading_and_a_language()
    {
        foreach (var language in (string[])["th", "en"])
            Law.Holds(
                from page in await PagesAsync(language)
                where page.Document.Title is not { Length: > 5 }
                    || page.Document.QuerySelectorAll("h1").Length != 1
                    || page.Document.DocumentElement.GetAttribute("lang") != language
                    || page.Document.QuerySelectorAll("main").Length != 1
                select $"{page.Path} in {language}");
    }

    private static void Wrong(Visitor visitor, Reply reply, params string[] fields)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        Assert.Same(reply, visitor.Page);
        Assert.Equal(fields, reply.FieldsInError);
        Assert.Equal(fields.Select(field => $"#{field}"), reply.Summary.Select(link => link.Href).Distinct());
        Law.Holds(
            from field in Fields(reply)
            let isWrong = fields.Contains(Name(field))
            where (field.GetAttribute("aria-invalid") == "true") != isWrong
                || Described(reply, field).Contains($"{Name(field)}-error") != isWrong
                || isWrong && reply.ErrorOf(Name(field)) is not { Length: > 5 }
            select $"{reply.Path} {Name(field)}");
    }

    // Every page with a form, as a newcomer meets it, up to the finished page and the page of a registered ID.
    private async Task<List<Reply>> PagesAsync(string language)
    {
        var visitor = await VisitorAsync(language);
        var newcomer = new Newcomer(Site, visitor: visitor);
        List<Reply> pages = [await visitor.OpenAsync("/")];
        foreach (var path in (string[])["/privacy", "/conduct", "/contact", "/accessibility", "/recovery", "/officers/sign-in"]) pages.Add(await visitor.OpenAsync(path));
        pages.Add(await visitor.OpenAsync("/sign-up/agreement"));
        pages.Add(await newcomer.AgreeAsync());
        pages.Add(await newcomer.GiveDetailsAsync());
        pages.Add(await newcomer.ProvePhoneAsync());
        Assert.Equal("/sign-up/done", pages[^1].Path);
        pages.AddRange(await AccountPages.OpenAsync(newcomer));

        var second = new Newcomer(Site, newcomer.Person, await VisitorAsync(language));
        await second.AgreeAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await second.GiveDetailsAsync();
        pages.Add(await second.ProvePhoneAsync());
        Assert.Equal("/sign-up/registered", pages[^1].Path);
        pages.AddRange(await SignInPagesAsync(newcomer.Person, language));
        pages.AddRange(await RecoveryPagesAsync(language));
        return pages;
    }

    // What a member meets who signs in: the code page, and every page that may stand before the session.
    private async Task<List<Reply>> SignInPagesAsync(Person person, string language)
    {
        var member = new Member(Site, person, await VisitorAsync(language));
        List<Reply> pages = [await member.Visitor.OpenAsync("/sign-in"), await member.AskForCodeAsync()];
        await Owe(member);
        await member.ChangeAsync(row => row.FrozenAt = row.SuspendedAt = row.ClosingAt = Site.Clock.GetUtcNow());
        await member.TypeCodeAsync(await member.CodeAsync());
        foreach (var (path, mend) in new (string, Action<MemberRow>)[]
        {
            ("frozen", row => row.FrozenAt = null), ("suspended", row => row.SuspendedAt = null), ("returning", row => row.ClosingAt = null),
            ("agreement", _ => { }),
        })
        {
            pages.Add(await member.Visitor.GetAsync($"/sign-in/{path}"));
            Assert.Equal(System.Net.HttpStatusCode.OK, pages[^1].Status);
            await member.ChangeAsync(mend);
        }

        return pages;
    }

    // The way back to an account, up to the new password; and the request for help.
    private async Task<List<Reply>> RecoveryPagesAsync(string language)
    {
        var person = (await Newcomer.MemberAsync(Site)).Person;
        var returner = await Recovery.Returner.AtCodeAsync(Site, person, await VisitorAsync(language));
        List<Reply> pages = [await returner.Visitor.OpenAsync("/recovery/code"), await returner.ProvePhoneAsync()];
        pages.Add(await returner.Visitor.OpenAsync("/recovery/help"));
        pages.Add(await returner.Visitor.OpenAsync("/recovery/officer-code"));
        return pages;
    }

    private async Task SignInFieldsAsync(string language)
    {
        var member = new Member(Site, (await Newcomer.MemberAsync(Site)).Person, await VisitorAsync(language));
        Wrong(member.Visitor, await member.Visitor.SubmitAsync("/sign-in"), "NationalId", "Password");
        await member.AskForCodeAsync();
        Wrong(member.Visitor, await member.TypeCodeAsync("12"), "Code");
        await Owe(member);
        await member.Visitor.OpenAsync("/sign-in/code");
        await member.Visitor.FollowAsync(await member.TypeCodeAsync(await member.CodeAsync()));
        Wrong(member.Visitor, await member.Visitor.SubmitAsync("/sign-in/agreement"), "AcceptPrivacy", "AcceptConduct");
    }

    private async Task Owe(Member member)
    {
        var id = (await member.RowAsync()).Id;
        await Site.LookAsync(db => db.Acceptances.Where(row => row.MemberId == id).ExecuteDeleteAsync());
    }

    private async Task<Visitor> VisitorAsync(string language)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        if (language == "en") await visitor.ReadAsync("en");
        return visitor;
    }

    private static IEnumerable<IElement> Fields(Reply page) => page.Document.QuerySelectorAll("input, select, textarea")
        .Where(field => (field as IHtmlInputElement)?.Type != "hidden");

    private static string Word(Reply page, string name) => WordsOf.GetValueOrDefault((page.Path.Split('?')[0], name), Words[name]);

    private static string Name(IElement field) => field.GetAttribute("name") ?? "";

    private static string[] Described(Reply page, IElement field) => page.Document.GetElementById(field.Id ?? "") is { } found
        ? (found.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
}
