namespace Samachik.Rules.Members;

/// <summary>
/// How wrong passwords are slowed: per ID number and network, so that a stranger elsewhere never keeps the owner out;
/// a known browser counts by itself. NIST SP 800-63B-4, 3.2.2: at most 100 in a row, then the password is disabled.
/// </summary>
/// <param name="Free">Wrong tries before the first wait.</param>
/// <param name="FirstWait">The wait after the last free try; doubled with each further one.</param>
/// <param name="LongestWait">No wait is longer.</param>
/// <param name="MostInARow">Wrong tries in a row, from all networks together, that disable the password.</param>
/// <param name="ForgottenAfter">The slowing starts afresh when nothing was tried for so long.</param>
public sealed record SignInAttempts(int Free, TimeSpan FirstWait, TimeSpan LongestWait, int MostInARow, TimeSpan ForgottenAfter)
{
    /// <summary>How long nobody may try again after the <paramref name="failures"/>th wrong try.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        if (failures < Free) return TimeSpan.Zero;
        var doublings = failures - Free;
        return doublings >= 20 || FirstWait * (1 << doublings) > LongestWait ? LongestWait : FirstWait * (1 << doublings);
    }
}
