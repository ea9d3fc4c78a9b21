namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>SignInTexts.th.resx</c> and <c>SignInTexts.en.resx</c>.</summary>
public sealed class SignInTexts;
