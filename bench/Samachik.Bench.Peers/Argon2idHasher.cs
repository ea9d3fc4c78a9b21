using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NSec.Cryptography;

namespace Samachik.Bench.Peers;

/// <summary>Identity with the same password hash as the site: Argon2id, 19 MiB, 2 passes.</summary>
public sealed class Argon2idHasher : IPasswordHasher<IdentityUser>
{
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private static readonly Argon2id Function = new(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 19456, NumberOfPasses = 2 });

    /// <inheritdoc/>
    public string HashPassword(IdentityUser user, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Convert.ToBase64String([.. salt, .. Function.DeriveBytes(Encoding.UTF8.GetBytes(password), salt, HashLength)]);
    }

    /// <inheritdoc/>
    public PasswordVerificationResult VerifyHashedPassword(IdentityUser user, string hashedPassword, string providedPassword)
    {
        var stored = Convert.FromBase64String(hashedPassword);
        var hash = Function.DeriveBytes(Encoding.UTF8.GetBytes(providedPassword), stored.AsSpan(0, SaltLength), HashLength);
        return CryptographicOperations.FixedTimeEquals(hash, stored.AsSpan(SaltLength))
            ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}
