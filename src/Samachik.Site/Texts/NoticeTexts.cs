namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>NoticeTexts.th.resx</c> and <c>NoticeTexts.en.resx</c>.</summary>
public sealed class NoticeTexts;
