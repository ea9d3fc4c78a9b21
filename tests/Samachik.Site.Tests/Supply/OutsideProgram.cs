using System.Diagnostics;

namespace Samachik.Site.Tests.Supply;

/// <summary>A program of the machine that a test asks: its exit code and what it wrote.</summary>
public static class OutsideProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    /// <summary>Runs it in a folder until it ends.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} does not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs the SDK's own program.</summary>
    public static Task<(int Code, string Output)> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);
}
