namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>NotMeTexts.th.resx</c> and <c>NotMeTexts.en.resx</c>.</summary>
public sealed class NotMeTexts;
