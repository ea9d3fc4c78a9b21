using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Bench.Checker;

/// <summary>Prints what was counted.</summary>
internal static class Told
{
    /// <summary>The table of kinds and disguises, then the gates; how many are missed.</summary>
    public static int Write(string title, Gates gates)
    {
        Console.WriteLine($"\n## {title}\n\n| kind | disguise | posts | found | rate | 95 % |\n|---|---|---:|---:|---:|---:|");
        foreach (var (kind, disguise, recall) in gates.Recalls) Console.WriteLine($"| {kind} | {disguise} {Row(recall)}");
        Console.WriteLine("\n| gate | of | are | share | 95 % | aim |\n|---|---:|---:|---:|---:|---:|");
        Console.WriteLine($"| blocks that are right {Row(gates.Precision)} >= {Gates.BlockPrecision:P0} |");
        Console.WriteLine($"| plain data found {Row(gates.Plain)} >= {Gates.RecallPlain:P0} |");
        Console.WriteLine($"| disguised data found {Row(gates.Disguised)} >= {Gates.RecallDisguised:P0} |");
        Console.WriteLine($"| ordinary posts held or blocked {Row(gates.Held)} <= {Gates.MostHeld:P0} |");
        Console.WriteLine($"| of them blocked {Row(gates.OrdinaryBlocked)} |");
        Console.WriteLine($"| ordinary posts flagged {Row(gates.Flagged)} |");
        Console.WriteLine($"| data with a word beside it blocked {Row(gates.Blocked)} |");
        var missed = gates.Missed().ToList();
        foreach (var gate in missed) Console.WriteLine($"\nMISSED: {gate}");
        return missed.Count;
    }

    private static string Row(Wilson share) => $"| {share.Of:N0} | {share.Found:N0} | {share.Rate:P2} | {share.Low:P2} to {share.High:P2} |";
}
