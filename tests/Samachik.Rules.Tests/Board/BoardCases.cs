using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Board;

/// <summary>What the tests of the board have in common: no real person's words.</summary>
internal static class BoardCases
{
    public static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly BoardLimits Limits = new();

    public static readonly Guid Member = Id(1), OtherMember = Id(2), Post = Id(11), OtherPost = Id(12), Moderator = Id(21), OtherModerator = Id(22);

    public static readonly bool[] Both = [false, true];

    public static PostCopy Copy { get; } = PostCopy.Of(Title("เบิกค่าทำฟันได้ปีละเท่าไร"), Text("อยากทราบว่าเบิกค่าทำฟันได้ปีละเท่าไร"), 0);

    public static DecisionSubject Subject { get; } = new(Member, Post, Copy);

    public static CaseText Facts { get; } = Read("ข้อความนี้มีเบอร์โทรศัพท์ของบุคคลอื่น");

    public static ActReason Reason { get; } = ActReason.TryParse("สมาชิกข่มขู่ผู้แจ้ง", out var reason, out _) ? reason : throw new InvalidOperationException();

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static PostText Text(string text) => PostText.TryParse(text, out var read, out var flaw) ? read : throw new InvalidOperationException($"{flaw}");

    public static QuestionTitle Title(string text) => QuestionTitle.TryParse(text, out var read, out var flaw) ? read : throw new InvalidOperationException($"{flaw}");

    public static CaseText Read(string text) => CaseText.TryParse(text, out var read, out var flaw) ? read : throw new InvalidOperationException($"{flaw}");
}
