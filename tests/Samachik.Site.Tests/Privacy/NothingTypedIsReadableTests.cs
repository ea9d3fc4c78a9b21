using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Privacy;

/// <summary>Whoever takes the database and the files of the site without its keys reads nothing that a person typed.</summary>
public abstract class NothingTypedIsReadableTests(DatabaseKind kind)
{
    private readonly TaskCompletionSource<SmsAnswer> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Neither_on_the_way_nor_at_the_end_of_a_sign_up()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => outcome.Task };
        await using var site = new TestSite(kind) { Gateway = gateway };
        var (refused, person) = (Person.New(), Person.New());
        var newcomer = await Newcomer.AtDetailsAsync(site, person);
        Assert.Equal("/sign-up/details", (await newcomer.GiveDetailsAsync([.. refused.Fields.Where(field => field.Name != "ConfirmPassword")])).Path);
        await NothingIsReadAsync(site, Typed.By(refused));

        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync(AsSomeType(person))).Path);
        await Eventually.TrueAsync(() => Task.FromResult(gateway.Handed.Count == 1), "the SMS at the gateway");
        var code = ReceivedSms.CodeIn(gateway.Handed[0].Text);
        await NothingIsReadAsync(site, Typed.By(person, code));

        outcome.SetResult(SmsAnswer.Accepted());
        Assert.Equal(code, await newcomer.CodeAsync());
        await newcomer.TypeWrongCodeAsync();
        await NothingIsReadAsync(site, Typed.By(person, code));

        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
        Assert.NotNull(await person.MemberAsync(site));
        await NothingIsReadAsync(site, [.. Typed.By(person, code), .. Typed.By(refused)]);
    }

    [Fact]
    public async Task Nor_in_the_outbox_and_when_the_ID_is_found_registered()
    {
        await using var site = new TestSite(kind);
        var owner = await Newcomer.MemberAsync(site);
        var other = await Newcomer.AtCodeAsync(site, Person.New() with { NationalId = owner.Person.NationalId });
        var code = await other.CodeAsync();
        await NothingIsReadAsync(site, [.. Typed.By(owner.Person), .. Typed.By(other.Person, code)]);

        Assert.Equal("/sign-up/registered", (await other.TypeCodeAsync(code)).Path);
        Assert.True(File.Exists(Path.Combine(site.Place.KeysFolder, "outbox.sealed")));
        await NothingIsReadAsync(site, [.. Typed.By(owner.Person), .. Typed.By(other.Person, code)]);
    }

    [Fact]
    public async Task What_is_planted_is_found()
    {
        await using var site = new TestSite(kind);
        var newcomer = await Newcomer.MemberAsync(site);
        var person = newcomer.Person;

        // Not before all is on record: what the worker writes later would go over what is planted.
        await Eventually.TrueAsync(
            () => site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.State == MessageState.Accepted && row.Delivery == SmsDelivery.Delivered)), "the receipt");
        await site.LookAsync(async db =>
        {
            var message = await db.OutgoingMessages.FirstAsync();
            message.Gateway = $"to {person.Phone[..3]}-{person.Phone[3..6]}-{person.Phone[6..]}";
            message.TextCipher = Encoding.Unicode.GetBytes(person.FirstName);
            message.Attempts = int.Parse(person.BirthYear + person.BirthMonth.PadLeft(2, '0') + person.BirthDay.PadLeft(2, '0'), null);
            return await db.SaveChangesAsync();
        });
        await File.WriteAllTextAsync(
            Path.Combine(site.Place.Folder, "left-over.log"), Convert.ToBase64String(Encoding.UTF8.GetBytes($"[{person.NationalId}]")),
            TestContext.Current.CancellationToken);

        var found = await Kept.FindAsync(site, new(Typed.By(person)));
        string[] planted =
        [
            "outgoing_messages.gateway: phone", "outgoing_messages.text_cipher: first name", "outgoing_messages.attempts: birth date",
            "left-over.log: national ID",
        ];
        foreach (var place in planted) Assert.Contains(found, one => one.StartsWith(place, StringComparison.Ordinal));
        if (kind != DatabaseKind.Sqlite) return;
        foreach (var what in (string[])["phone", "first name"])
            Assert.Contains(found, one => one.StartsWith("samachik.db", StringComparison.Ordinal) && one.Contains($": {what} ", StringComparison.Ordinal));
    }

    private static async Task NothingIsReadAsync(TestSite site, IReadOnlyList<Typed> typed) => Assert.Empty(await Kept.FindAsync(site, new(typed)));

    // What the rules read as the same may be kept as it was typed, or as it was read.
    private static (string Name, string? Value)[] AsSomeType(Person person) =>
    [
        ("NationalId", string.Join('-', person.NationalId[..1], person.NationalId[1..5], person.NationalId[5..10], person.NationalId[10..12], person.NationalId[12..])),
        ("Phone", $"+66 {person.Phone[1..3]} {person.Phone[3..6]} {person.Phone[6..]}"),
        ("FirstName", $" {person.FirstName} "),
        ("BirthYear", string.Concat(person.BirthYear.Select(digit => (char)(digit - '0' + '๐')))),
    ];
}

/// <inheritdoc/>
public sealed class NothingTypedIsReadableTestsOnSqlite() : NothingTypedIsReadableTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class NothingTypedIsReadableTestsOnPostgres() : NothingTypedIsReadableTests(DatabaseKind.Postgres);
