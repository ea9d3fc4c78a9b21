using System.Globalization;
using System.Security.Cryptography;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// The site's own keys, 32 random bytes each, one base64 file per key: <c>fields-0001.key</c> (encrypts fields),
/// <c>lookup-0001.key</c> (finds them again), <c>codes-0001.key</c> (hashes codes), <c>audit-0001.key</c> (signs the
/// trail). The highest number is in use; older audit keys stay to verify what they wrote. Which fields key writes is told
/// by the database (<see cref="FieldKeys"/>), for every node has to know a key before a value is written with it.
/// </summary>
public sealed class KeyRing
{
    private const int KeyLength = 32;

    private const string FieldsPurpose = "fields";

    private static readonly string[] Purposes = [FieldsPurpose, "lookup", "codes", "audit"];

    private readonly string folder;
    private readonly Lock gate = new();
    private volatile Dictionary<ushort, byte[]> fields;
    private volatile ushort currentField;

    private KeyRing(string folder, byte[] lookup, byte[] codes, IReadOnlyDictionary<ushort, byte[]> audit)
    {
        (this.folder, Lookup, Codes, Audit) = (folder, lookup, codes, audit);
        fields = ReadAll(folder, FieldsPurpose);
        // Of several keys the lowest is the one that other nodes surely know, until the database tells which is in use.
        currentField = fields.Keys.Min();
    }

    /// <summary>The field keys by number: all that were in the folder since the start.</summary>
    public IReadOnlyDictionary<ushort, byte[]> Fields => fields;

    /// <summary>The number of the key that new values are encrypted with.</summary>
    public ushort CurrentField => currentField;

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

    /// <summary>The name of a field key's file.</summary>
    public static string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{FieldsPurpose}-{number:D4}.key");

    /// <summary>A keyed hash by a field key: whether two files hold the same one; null when the key is not here.</summary>
    public byte[]? FieldCheck(int number) => FieldKey(number) is { } key ? HMACSHA256.HashData(key, "key-check|fields"u8) : null;

    /// <summary>A field key; one that is not known is looked for in the folder again. Null when it is not there either.</summary>
    public byte[]? FieldKey(int number)
    {
        if (number is < 0 or > ushort.MaxValue) return null;
        if (!fields.ContainsKey((ushort)number)) ReadFieldsAgain();
        return fields.GetValueOrDefault((ushort)number);
    }

    /// <summary>Takes up field keys that came into the folder since; one that is half copied waits for the next time.</summary>
    public void ReadFieldsAgain()
    {
        lock (gate)
        {
            try
            {
                var known = new Dictionary<ushort, byte[]>(fields);
                foreach (var path in Directory.EnumerateFiles(folder, $"{FieldsPurpose}-*.key"))
                    if (NumberOf(path, FieldsPurpose) is { } id && !known.ContainsKey(id) && Read(path) is { } key) known[id] = key;
                if (known.Count > fields.Count) fields = known;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What is known stays; FieldKeys tells what is missed.
            }
        }
    }

    /// <summary>Encrypts new values with this key from now on.</summary>
    /// <exception cref="ArgumentException">It is not here.</exception>
    public void WriteWith(int number)
    {
        if (FieldKey(number) is null) throw new ArgumentException("There is no such key.", nameof(number));
        currentField = (ushort)number;
    }

    /// <summary>Makes the file of a field key; it appears in the folder whole. One that is there stays.</summary>
    /// <exception cref="SettingsException">The folder cannot be written.</exception>
    public void MakeField(int number)
    {
        var (path, part) = (Path.Combine(folder, FileOf(number)), Path.Combine(folder, $"{FileOf(number)}.{Guid.NewGuid():N}"));
        try
        {
            Make(part);
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault($"{FileOf(number)} cannot be made ({e.GetType().Name})");
        }
    }

    /// <summary>Reads the folder; in Development an empty or missing folder is filled first.</summary>
    /// <exception cref="SettingsException">The folder or one of its keys is missing, unreadable, or readable for everybody.</exception>
    public static KeyRing Open(StorageSettings settings, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = settings.KeysFolder;
        try
        {
            if (isDevelopment) MakeMissing(folder);
            if (!Directory.Exists(folder)) throw Fault("the folder does not exist; docs/operating.md tells how to make the keys");
            if (!isDevelopment) RefuseOpenFiles(folder);
            return new KeyRing(folder, Newest(folder, "lookup"), Newest(folder, "codes"), ReadAll(folder, "audit"));
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
            Make(Path.Combine(folder, $"{purpose}-0001.key"));
        }
    }

    // Who has the keys and a copy of the database has everything.
    private static void RefuseOpenFiles(string folder)
    {
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows()) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*.key"))
            if ((File.GetUnixFileMode(path) & others) != 0)
                throw Fault($"{Path.GetFileName(path)} can be read or written by others than its owner and group");
    }

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
    }

    private static Dictionary<ushort, byte[]> ReadAll(string folder, string purpose)
    {
        var keys = new Dictionary<ushort, byte[]>();
        foreach (var path in Directory.EnumerateFiles(folder, $"{purpose}-*.key"))
        {
            var id = NumberOf(path, purpose) ?? throw Fault($"{Path.GetFileName(path)} has no number from 0001 to 65535 in its name");
            keys[id] = Read(path) ?? throw Fault($"{Path.GetFileName(path)} does not hold 32 bytes in base64");
        }

        return keys.Count > 0 ? keys : throw Fault($"no file {purpose}-0001.key is there");
    }

    private static ushort? NumberOf(string path, string purpose) => ushort.TryParse(
        Path.GetFileNameWithoutExtension(path)[(purpose.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static byte[]? Read(string path)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == KeyLength ? key : null;
    }

    private static byte[] Newest(string folder, string purpose) => ReadAll(folder, purpose).MaxBy(key => key.Key).Value;

    private static SettingsException Fault(string why) => new([$"Keys:Folder: {why}."]);
}
