using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Storage;

/// <summary>A folder of keys for one test.</summary>
public sealed class KeyFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("samachik-keys-").FullName;

    /// <summary>A file of the folder.</summary>
    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Opens it as the site does; Development makes what is missing.</summary>
    public KeyRing Open(bool isDevelopment = true) =>
        KeyRing.Open(new StorageSettings(StorageKind.Sqlite, "Data Source=unused", Path, null), isDevelopment);

    /// <summary>Writes a key file.</summary>
    public void Write(string name, string content) => File.WriteAllText(FileOf(name), content);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
