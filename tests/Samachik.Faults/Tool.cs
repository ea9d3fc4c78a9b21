using System.Diagnostics;

namespace Samachik.Faults;

/// <summary>Programs of the machine.</summary>
internal static class Tool
{
    /// <summary>Runs one to its end; its exit code and what it wrote.</summary>
    public static Task<(int Code, string Said)> RunAsync(string program, params string[] arguments) => RunInAsync("/", program, arguments);

    /// <summary>Runs one in a folder.</summary>
    public static async Task<(int Code, string Said)> RunInAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, string.Concat(said));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
