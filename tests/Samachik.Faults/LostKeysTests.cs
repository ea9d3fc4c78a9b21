using System.Net;

namespace Samachik.Faults;

/// <summary>
/// The framework's keys for cookies and forms are lost: the node that serves goes on with those it has in memory, one that
/// starts makes new ones by itself; people sign in again, and nothing that is kept depends on them.
/// </summary>
public sealed class LostKeysTests
{
    [Theory]
    [InlineData("DELETE FROM data_protection_keys")]
    [InlineData("UPDATE data_protection_keys SET xml = regexp_replace(xml, '(<samachikKey[^>]*>).{40}', '\\1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')")]
    public async Task Deleted_or_not_to_be_opened_people_sign_in_again_and_that_is_all(string loss)
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var port = SiteProgram.FreePort();
        (string, string)[] settings = [("PhoneCodes:ResendAfter", "00:00:00")];
        using var person = new Applicant(new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")));
        await using (var before = await SiteProgram.StartAsync(place, port, settings))
        {
            await person.GoToCodeAsync();
            await person.TypeCodeAsync(await person.CodeAsync());
            await person.GetAsync("/account/name");
            Assert.Equal("/account/name", person.Path);
            place.OnDatabase(loss);

            // It has them in memory for a day at most.
            await person.GetAsync("/account/name");
            Assert.Equal("/account/name", person.Path);
        }

        await using var after = await SiteProgram.StartAsync(place, port, settings);
        await person.GivePasswordAsync();
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        Assert.Contains("govuk-heading", person.Body, StringComparison.Ordinal);
        await person.GetAsync("/account");
        Assert.Equal(("/sign-in", HttpStatusCode.OK), (person.Path, person.Status));

        // The old form is of no use, the page shown anew is; the phone comes out of what is kept.
        await person.GivePasswordAsync();
        await person.PostAsync("/sign-in/code", ("Code", await person.CodeAsync()));
        Assert.Equal(("/account", HttpStatusCode.OK), (person.Path, person.Status));
        Assert.Contains(person.Person.FirstName, person.Body, StringComparison.Ordinal);

        using var forgetful = new Applicant(after.Address, person.Person);
        await forgetful.GetAsync("/recovery");
        await forgetful.PostAsync("/recovery", ("NationalId", person.Person.NationalId));
        await forgetful.PostAsync("/recovery/code", ("Code", await forgetful.CodeAsync()));
        Assert.Equal("/recovery/new-password", forgetful.Path);

        using var newcomer = new Applicant(after.Address);
        await newcomer.GoToCodeAsync();
        await newcomer.TypeCodeAsync(await newcomer.CodeAsync());
        Assert.Equal("/sign-up/done", newcomer.Path);
        Assert.Contains("The trail is intact.", await SiteProgram.SayAsync(place, 0, "audit", "verify"), StringComparison.Ordinal);
    }
}
