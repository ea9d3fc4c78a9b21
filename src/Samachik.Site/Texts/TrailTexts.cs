namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>TrailTexts.th.resx</c> and <c>TrailTexts.en.resx</c>.</summary>
public sealed class TrailTexts;
