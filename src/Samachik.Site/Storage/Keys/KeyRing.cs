using System.Globalization;
using System.Security.Cryptography;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// The site's own keys, 32 random bytes each, one base64 file per key: <c>fields-0001.key</c> (encrypts fields),
/// <c>lookup-0001.key</c> (finds them again), <c>codes-0001.key</c> (hashes codes), <c>audit-0001.key</c> (signs the
/// trail). The highest number is in use; older field and audit keys stay to read and verify what they wrote.
/// </summary>
public sealed class KeyRing
{
    private const int KeyLength = 32;

    private static readonly string[] Purposes = ["fields", "lookup", "codes", "audit"];

    private KeyRing(IReadOnlyDictionary<ushort, byte[]> fields, byte[] lookup, byte[] codes, IReadOnlyDictionary<ushort, byte[]> audit)
        => (Fields, Lookup, Codes, Audit) = (fields, lookup, codes, audit);

    /// <summary>The field keys by number.</summary>
    public IReadOnlyDictionary<ushort, byte[]> Fields { get; }

    /// <summary>The number of the key that new values are encrypted with.</summary>
    public ushort CurrentField => Fields.Keys.Max();

    /// <summary>The key of lookup hashes.</summary>
    public byte[] Lookup { get; }

    /// <summary>The key of code hashes.</summary>
    public byte[] Codes { get; }

    /// <summary>The audit keys by number: seeds of the signatures, and of the keyed hashes of single entries.</summary>
    public IReadOnlyDictionary<ushort, byte[]> Audit { get; }

    /// <summary>The number of the key that signs the trail.</summary>
    public ushort CurrentAudit => Audit.Keys.Max();

    /// <summary>The key of the hashes of single entries, derived so that it tells nothing of the signing key.</summary>
    public byte[] AuditMacKey(ushort number) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Audit[number], KeyLength, info: "samachik|audit-entry"u8.ToArray());

    /// <summary>Reads the folder; in Development an empty or missing folder is filled first.</summary>
    /// <exception cref="SettingsException">The folder or one of its keys is missing or unreadable.</exception>
    public static KeyRing Open(StorageSettings settings, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = settings.KeysFolder;
        try
        {
            if (isDevelopment) MakeMissing(folder);
            if (!Directory.Exists(folder)) throw Fault("the folder does not exist; docs/operating.md tells how to make the keys");
            return new KeyRing(ReadAll(folder, "fields"), Newest(folder, "lookup"), Newest(folder, "codes"), ReadAll(folder, "audit"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault($"the folder cannot be read ({e.GetType().Name})");
        }
    }

    private static void MakeMissing(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var purpose in Purposes)
        {
            if (Directory.EnumerateFiles(folder, $"{purpose}-*.key").Any()) continue;
            var path = Path.Combine(folder, $"{purpose}-0001.key");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        }
    }

    private static Dictionary<ushort, byte[]> ReadAll(string folder, string purpose)
    {
        var keys = new Dictionary<ushort, byte[]>();
        foreach (var path in Directory.EnumerateFiles(folder, $"{purpose}-*.key"))
        {
            var number = Path.GetFileNameWithoutExtension(path)[(purpose.Length + 1)..];
            if (!ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                throw Fault($"{Path.GetFileName(path)} has no number from 0001 to 65535 in its name");
            var key = new byte[KeyLength];
            if (!Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) || length != KeyLength)
                throw Fault($"{Path.GetFileName(path)} does not hold 32 bytes in base64");
            keys[id] = key;
        }

        return keys.Count > 0 ? keys : throw Fault($"no file {purpose}-0001.key is there");
    }

    private static byte[] Newest(string folder, string purpose) => ReadAll(folder, purpose).MaxBy(key => key.Key).Value;

    private static SettingsException Fault(string why) => new([$"Keys:Folder: {why}."]);
}
