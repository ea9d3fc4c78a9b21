namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>SignUpTexts.th.resx</c> and <c>SignUpTexts.en.resx</c>.</summary>
public sealed class SignUpTexts;
