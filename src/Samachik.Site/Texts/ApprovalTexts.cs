namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>ApprovalTexts.th.resx</c> and <c>ApprovalTexts.en.resx</c>: what needs two officers, and the card in hand.</summary>
public sealed class ApprovalTexts;
