using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Passwords;

/// <summary>Whether a password was right, and whether its hash is of older costs and should be remade.</summary>
public sealed record PasswordCheck(bool IsRight, bool IsStale);

/// <summary>
/// Argon2id through libsodium. A hash is kept in the PHC form <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>, its
/// parameters beside it.
/// </summary>
public sealed class PasswordHasher(HashingGate gate, SiteSettings settings, IHttpContextAccessor accessor)
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    /// <summary>Takes a place at the gate, before anything else is done for a password; null when there is none.</summary>
    public HashingPlace? TryEnter() => gate.TryEnter();

    /// <summary>Hashes a password in its normal form; null when the gate is full, or who asked has gone.</summary>
    public async Task<string?> TryHashAsync(string password)
    {
        var (memory, passes) = (settings.Passwords.MemoryKiB, settings.Passwords.Passes);
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        using var place = TryEnter();
        if (await DeriveAsync(place, password, salt, memory, passes) is not { } hash) return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={memory},t={passes},p=1${Base64(salt)}${Base64(hash)}");
    }

    /// <summary>Whether a password is the one of a stored hash, at a place of its own; null when there is none.</summary>
    public async Task<PasswordCheck?> TryVerifyAsync(string password, string? stored)
    {
        using var place = TryEnter();
        return place is null ? null : await TryVerifyAsync(place, password, stored);
    }

    /// <summary>
    /// Whether a password, in its normal form, is the one of a stored hash; null when who asked has gone. Without
    /// a stored hash the same work is done for nothing, so that no time tells whether there is one.
    /// </summary>
    public async Task<PasswordCheck?> TryVerifyAsync(HashingPlace place, string password, string? stored)
    {
        var (memory, passes) = (settings.Passwords.MemoryKiB, settings.Passwords.Passes);
        var (salt, expected) = (new byte[SaltLength], new byte[HashLength]);
        if (stored is not null) (memory, passes, salt, expected) = Read(stored);
        if (await DeriveAsync(place, password, salt, memory, passes) is not { } hash) return null;
        var isRight = CryptographicOperations.FixedTimeEquals(hash, expected) && stored is not null;
        return new(isRight, isRight && (memory, passes) != (settings.Passwords.MemoryKiB, settings.Passwords.Passes));
    }

    private async Task<byte[]?> DeriveAsync(HashingPlace? place, string password, byte[] salt, int memoryKiB, int passes) => place is null
        ? null
        : await place.RunAsync(() => Derive(password, salt, memoryKiB, passes), accessor.HttpContext?.RequestAborted ?? default);

    private static (int Memory, int Passes, byte[] Salt, byte[] Hash) Read(string stored)
    {
        if (stored.Split('$') is not ["", "argon2id", "v=19", var costs, var salt, var hash]
            || costs.Split(',') is not [['m', '=', .. var memory], ['t', '=', .. var passes], "p=1"])
            throw new InvalidOperationException("A stored password hash does not read.");
        return (
            int.Parse(memory, CultureInfo.InvariantCulture), int.Parse(passes, CultureInfo.InvariantCulture),
            Bytes(salt), Bytes(hash));
    }

    private static byte[] Bytes(string base64) => Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));

    private static byte[] Derive(string password, byte[] salt, int memoryKiB, int passes)
    {
        var argon2 = PasswordBasedKeyDerivationAlgorithm.Argon2id(
            new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = memoryKiB, NumberOfPasses = passes });
        return argon2.DeriveBytes(Encoding.UTF8.GetBytes(password), salt, HashLength);
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
