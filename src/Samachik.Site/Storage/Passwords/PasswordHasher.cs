using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Passwords;

/// <summary>
/// Argon2id through libsodium. A hash is kept in the PHC form <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>, its
/// parameters beside it.
/// </summary>
public sealed class PasswordHasher(HashingGate gate, SiteSettings settings)
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    /// <summary>Hashes a password in its normal form; null when the gate's queue is full.</summary>
    public async Task<string?> TryHashAsync(string password)
    {
        var (memory, passes) = (settings.Passwords.MemoryKiB, settings.Passwords.Passes);
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        if (gate.TryRun(() => Derive(password, salt, memory, passes)) is not { } hashing) return null;
        var hash = await hashing;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={memory},t={passes},p=1${Base64(salt)}${Base64(hash)}");
    }

    private static byte[] Derive(string password, byte[] salt, int memoryKiB, int passes)
    {
        var argon2 = PasswordBasedKeyDerivationAlgorithm.Argon2id(
            new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = memoryKiB, NumberOfPasses = passes });
        return argon2.DeriveBytes(Encoding.UTF8.GetBytes(password), salt, HashLength);
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
