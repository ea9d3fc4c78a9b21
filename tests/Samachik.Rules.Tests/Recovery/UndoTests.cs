using Samachik.Rules.Audit;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Recovery;

public sealed class UndoTests
{
    [Fact]
    public void Every_act_has_its_undoing()
    {
        var beyondSessions = Enum.GetValues<AuditAct>().Where(act => Undo.Of(act, isRecovered: false) != Undoing.SessionsOnly)
            .Select(act => $"{act}: {Undo.Of(act, isRecovered: false)}");
        Assert.Equal(
            [
                "PhoneChangeAsked: Phone", "PhoneChanged: Phone", "EmailChanged: Email", "EmailRemoved: Email", "RecoveryWaits: Wait",
                "ClosingAsked: Closing",
            ],
            beyondSessions);
    }

    [Fact]
    public void A_wait_that_has_led_to_a_new_password_can_no_longer_be_called_off() =>
        Assert.Equal(Undoing.SessionsOnly, Undo.Of(AuditAct.RecoveryWaits, isRecovered: true));
}
