using System.Diagnostics;
using System.Globalization;

namespace Samachik.Faults;

/// <summary>A disk of a few megabytes, in memory, that a test can fill to the last byte.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly DirectoryInfo mount = Directory.CreateTempSubdirectory("samachik-disk-");
    private readonly string filler;
    private bool isMounted;

    private TinyDisk() => filler = Path.Combine(mount.FullName, "filler");

    /// <summary>Its folder; anybody may write there.</summary>
    public DirectoryInfo Folder => mount;

    /// <summary>Mounts one; where that is not permitted, the test skips.</summary>
    public static async Task<TinyDisk> MountAsync(int megabytes)
    {
        var disk = new TinyDisk();
        var (code, said) = await Tool.RunAsync(
            "mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0777"), "samachik-test", disk.mount.FullName);
        disk.isMounted = code == 0;
        if (!disk.isMounted) disk.Dispose();
        Assert.SkipUnless(disk.isMounted, $"A tiny disk cannot be mounted here (run ./test as root): {said}");
        return disk;
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 4096, 1])
        {
            var piece = new byte[size];
            try
            {
                while (true) file.Write(piece);
            }
            catch (IOException)
            {
                // No room for a piece of this size; there may be for a smaller one.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(filler);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Lazily: whoever was killed a moment ago may still hold a file.
        if (isMounted) using (var process = Process.Start("umount", ["-l", mount.FullName])) process.WaitForExit();
        mount.Delete(recursive: true);
    }
}
