namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>HomeTexts.th.resx</c> and <c>HomeTexts.en.resx</c>.</summary>
public sealed class HomeTexts;
