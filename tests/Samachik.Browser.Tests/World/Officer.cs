using OtpNet;

namespace Samachik.Browser.Tests.World;

/// <summary>Somebody of the staff at a browser, with an authenticator app.</summary>
public sealed class Officer
{
    private const string Password = "Kx9 ruen-phae sii-daeng";
    private readonly string number, secret;

    private Officer(Reader reader, string number, string secret) => (Reader, this.number, this.secret) = (reader, number, secret);

    /// <summary>Their browser.</summary>
    public Reader Reader { get; }

    /// <summary>Opens an invitation.</summary>
    public static async Task<Officer> OpenInvitationAsync(Reader reader, string role)
    {
        await reader.GoAsync(await reader.Site.InviteOfficerAsync(role));
        var secret = await reader.Page.Locator("#app-secret").InnerTextAsync();
        return new(reader, await reader.Page.Locator("#officer-number").InnerTextAsync(), secret.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>Is invited, joins, and has the first page of the console in front.</summary>
    public static async Task<Officer> JoinAsync(Reader reader, string role)
    {
        var officer = await OpenInvitationAsync(reader, role);
        await reader.Field("Password").FillAsync(Password);
        await reader.Field("ConfirmPassword").FillAsync(Password);
        await reader.Field("Code").FillAsync(officer.Code(0));
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/officers");
        return officer;
    }

    /// <summary>What the app shows now, or shows so many steps later, which is taken already.</summary>
    public string Code(int later) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30 * later));

    /// <summary>Signs in with the next code of the app: the last one counts no more.</summary>
    public async Task SignInAsync()
    {
        await Reader.GoAsync("/officers/sign-in");
        await Reader.Field("Number").FillAsync(number);
        await Reader.Field("Password").FillAsync(Password);
        await Reader.Field("Code").FillAsync(Code(1));
        await Reader.SendAsync();
        await Reader.Page.ComesToAsync("**/officers");
    }

    /// <summary>Finds somebody by what they tell.</summary>
    public Task FindAsync(string told) => FindAsync(Reader, told);

    /// <summary>Finds somebody by what they tell.</summary>
    public static async Task FindAsync(Reader reader, string told)
    {
        await reader.GoAsync("/officers");
        await reader.Field("Query").FillAsync(told);
        await reader.Field("Query").PressAsync("Enter");
    }
}
