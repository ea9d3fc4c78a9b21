using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OtpNet;
using QRCoder;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>A QR code: so many dots wide and high, and the outline of the dark ones as SVG draws a path. Prints nothing of it.</summary>
public sealed record AppPicture(int Dots, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AppPicture);
}

/// <summary>Codes of an authenticator app: six digits, new every 30 s (RFC 6238), of a secret that the app took from a picture.</summary>
public static class AuthenticatorApp
{
    private const string Column = "officers.authenticator";
    private const int SecretLength = 20;
    private const int CodeLength = 6;

    // One step to either side: clocks of telephones are seldom better, and a code is typed slowly.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>Draws a secret for an account, encrypted.</summary>
    public static byte[] NewSecret(Guid officer, FieldCipher cipher)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        return cipher.Seal(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretLength)), Column, officer);
    }

    /// <summary>The secret of an account, in base32 as apps take it.</summary>
    public static string SecretOf(OfficerRow officer, FieldCipher cipher)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(cipher);
        return cipher.Open(officer.AuthenticatorCipher, Column, officer.Id);
    }

    /// <summary>The step of a typed code; null when it is wrong, or of a step that was used before.</summary>
    public static long? StepOf(string secret, string? typed, long lastStep, DateTimeOffset now)
    {
        var code = new string([.. ThaiDigits.ToAscii(typed ?? "").Where(c => c is not (' ' or '-'))]);
        if (code.Length != CodeLength || !code.All(char.IsAsciiDigit)) return null;
        return new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, Window) && step > lastStep ? step : null;
    }

    /// <summary>The secret as a picture that the app reads.</summary>
    public static AppPicture Picture(string secret, OfficerNumber number, string office)
    {
        ArgumentNullException.ThrowIfNull(number);
        var uri = new OtpUri(OtpType.Totp, secret, number.Grouped, $"Samachik {office}").ToString();
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix[y].Length; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The secret in groups of four, for typing.</summary>
    public static string Spelled(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
}
