using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Commands;

/// <summary><c>officer invite</c>: prints a link by which somebody joins the staff, once.</summary>
public static class OfficerInviteCommand
{
    private const string Name = "name", Role = "role";
    private const int LongestName = 200;

    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "officer invite", "invite somebody to the staff; prints a link that works once",
        $"""
        samachik officer invite --name NAME --role ROLE [--Key=value ...]

        Makes a staff account and prints its number and a link, where its person sets a password and an authenticator
        app. The link works once and for Officers:InvitationLife; give it to nobody else. Who lost password or app is
        invited anew.

          --name NAME   first and last name.
          --role ROLE   {string.Join(", ", Enum.GetNames<OfficerRole>())}.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        InviteAsync)
    {
        Options = [Name, Role],
        Fault = options => options[Name]?.Trim() is not { Length: > 0 and <= LongestName } ? "--name wants a name."
            : RoleOf(options) is null ? $"--role wants one of {string.Join(", ", Enum.GetNames<OfficerRole>())}." : null,
    };

    private static OfficerRole? RoleOf(CommandOptions options) =>
        Enum.GetValues<OfficerRole>().Cast<OfficerRole?>()
            .FirstOrDefault(role => string.Equals($"{role}", options[Role], StringComparison.OrdinalIgnoreCase));

    private static async Task<int> InviteAsync(IServiceProvider services, CommandOptions options)
    {
        await StorageFeature.WithPatienceAsync(services, (FieldKeys keys) => keys.TakeUpAsync());
        var invitation = await StorageFeature.WithPatienceAsync(services, (InviteOfficer invite) =>
            invite.InviteAsync(options[Name]?.Trim() ?? "", RoleOf(options) ?? default, null));
        Console.WriteLine($"Number: {invitation.Number.Grouped}");
        Console.WriteLine($"Link:   {invitation.Link}");
        Console.WriteLine($"Until:  {invitation.Until.UtcDateTime:yyyy-MM-dd HH:mm}Z");
        return CommandLine.Succeeded;
    }
}
