namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>PublishingTexts.th.resx</c> and <c>PublishingTexts.en.resx</c>.</summary>
public sealed class PublishingTexts;
