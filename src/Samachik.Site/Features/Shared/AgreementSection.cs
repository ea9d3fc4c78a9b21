using Samachik.Site.Texts;

namespace Samachik.Site.Features.Shared;

/// <summary>One document of the agreement, to be read in full, with the box that accepts it.</summary>
/// <param name="Shown">The text in force.</param>
/// <param name="Value">Whether the box is ticked: <c>true</c>.</param>
public sealed record AgreementSection(AgreementText Shown, string? Value);
