namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>ErrorTexts.th.resx</c> and <c>ErrorTexts.en.resx</c>.</summary>
public sealed class ErrorTexts;
