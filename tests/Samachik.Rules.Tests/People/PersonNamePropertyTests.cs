using System.Text;
using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public class PersonNamePropertyTests
{
    private const string NameCharacters =
        "กมนฤฦรสเแโไะาำๅ\u0E31\u0E34\u0E35\u0E38\u0E39\u0E3A\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E"
        + "aZéüễŁİıßøǅ\u0300\u0301\u0302\u0323\u0345 \u00A0-.'\u2019\u200B\u200D\u00AD";

    /// <summary>Mostly names, or nearly.</summary>
    private static readonly Gen<string> nearNames =
        Gen.OneOf(NameCharacters.ToCharArray()).Array[0, 14].Select(characters => new string(characters));

    /// <summary>Any UTF-16 units, lone surrogates among them, strewn with those that mean something here.</summary>
    private static readonly Gen<string> anything =
        Gen.OneOf(Gen.Int[0, 0xFFFF].Select(unit => (char)unit), Gen.OneOf((NameCharacters + "\uD83D\uDE00\u1100\u1161\u11A8").ToCharArray()))
            .Array[0, 40].Select(units => new string(units));

    [Fact]
    public void Text_parsed_again_is_the_same_text() => nearNames.Sample(
        typed =>
        {
            if (!PersonName.TryParse(typed, out var name, out _)) return true;
            return PersonName.TryParse(name.Text, out var again, out _) && again == name;
        },
        iter: 50_000);

    [Fact]
    public void Decomposed_input_is_read_as_composed_input_is() => nearNames.Sample(
        typed =>
        {
            var isComposed = PersonName.TryParse(typed.Normalize(NormalizationForm.FormC), out var composed, out var composedFlaw);
            var isDecomposed = PersonName.TryParse(typed.Normalize(NormalizationForm.FormD), out var decomposed, out var decomposedFlaw);
            return isComposed == isDecomposed && composed == decomposed && composedFlaw == decomposedFlaw;
        },
        iter: 50_000);

    [Fact]
    public void Text_is_in_normal_form_and_fits_its_column() => nearNames.Sample(
        typed => !PersonName.TryParse(typed, out var name, out _)
            || (name.Text.IsNormalized() && name.Text.Length <= PersonName.MaxTextLength && name.MatchKey.Length > 0),
        iter: 50_000);

    [Fact]
    public void Never_throws_and_never_answers_twice() => anything.Sample(
        typed => PersonName.TryParse(typed, out var name, out var flaw) ? name is not null && flaw is null : name is null && flaw is not null,
        iter: 50_000);

    [Fact]
    public void A_name_holds_its_letters_only() => anything.Sample(
        typed => !PersonName.TryParse(typed, out var name, out _) || !name.Text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || char.IsAsciiDigit(c)),
        iter: 50_000);

    [Fact]
    public void The_key_of_a_key_is_itself() => Gen.OneOf(nearNames, anything).Sample(
        typed => PersonName.MatchKeyOf(PersonName.MatchKeyOf(typed)) == PersonName.MatchKeyOf(typed),
        iter: 50_000);

    [Fact]
    public void Repair_changes_no_key() => nearNames.Sample(
        typed => !PersonName.TryParse(typed, out var name, out _) || name.MatchKey == PersonName.MatchKeyOf(typed),
        iter: 50_000);
}
