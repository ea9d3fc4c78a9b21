using System.Collections.Frozen;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Passwords;

/// <summary>
/// The passwords that guessers try first: more than 100,000 of the world's, and those that come to mind in Thailand
/// and at this office. Where the list is from: README.md beside this file.
/// </summary>
public static class CommonPasswords
{
    private const string ListName = "common-passwords.txt";

    private static readonly Lazy<FrozenSet<string>> List = new(() =>
        ReadList().Concat(ThaiPasswords.All()).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether the whole password is on the list, in whatever letter case and with Thai digits or others.</summary>
    /// <param name="password">In the form that <see cref="PasswordRule.Normalise"/> gives.</param>
    public static bool Contains(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return List.Value.Contains(ThaiDigits.ToAscii(password).ToLowerInvariant());
    }

    private static IEnumerable<string> ReadList()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(ListName)
            ?? throw new InvalidOperationException($"The assembly was built without {ListName}.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
