using Samachik.Rules.Agreements;

namespace Samachik.Rules.SignUp;

/// <summary>The SMS to a member whose ID number somebody else tried to register. One segment, no link.</summary>
public static class RegisteredMessage
{
    /// <summary>Writes the message in the member's language.</summary>
    public static string Write(string office, string hotline, ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => $"มีผู้ใช้เลขบัตรของคุณสมัคร {office} ถ้าไม่ใช่คุณ โทร {hotline}",
        ReadingLanguage.English =>
            $"{office}: somebody tried to sign up with your ID number. Your account is unchanged. Not you? Call {hotline}.",
    };
}
