using Samachik.Rules.People;
using Samachik.Rules.Register;

namespace Samachik.Rules.Tests.Register;

public sealed class InsuredPersonTests
{
    private const string Id = "1101700000133";
    private static readonly BirthDateLimits limits = new(new DateOnly(2026, 8, 15), 0, 130);

    [Theory]
    [InlineData("สมชาย", "ใจดี", "2530-02-28", "2530-02-28")]
    [InlineData(" สมชาย ", "", " 2530-02-00 ", "2530-02-00")]
    [InlineData("Mary Ann", " ", "2530-00-00", "2530-00-00")]
    [InlineData("ส", "ณ อยุธยา", "2569-08-15", "2569-08-15")]
    public void A_row_is_read(string first, string last, string date, string canonical)
    {
        Assert.True(InsuredPerson.TryParse(new(Id, first, last, date), limits, out var person, out _));
        Assert.Equal(Id, person.NationalId.Digits);
        Assert.Equal(first.Trim(), person.FirstName.Text);
        Assert.Equal(string.IsNullOrWhiteSpace(last), person.LastName is null);
        Assert.Equal(canonical, person.BirthDate.Canonical);
    }

    [Theory]
    [InlineData("1101700000134", "ก", "ข", "2530-02-28", "national_id: WrongCheckDigit")]
    [InlineData("", "ก", "ข", "2530-02-28", "national_id: Missing")]
    [InlineData(Id, "", "ข", "2530-02-28", "first_name: Missing")]
    [InlineData(Id, "ก", "2", "2530-02-28", "last_name: ")]
    [InlineData(Id, "ก", "ข", "", "birth_date: NotYearMonthDay")]
    [InlineData(Id, "ก", "ข", "28/02/2530", "birth_date: NotYearMonthDay")]
    [InlineData(Id, "ก", "ข", "2530-2-28", "birth_date: NotYearMonthDay")]
    [InlineData(Id, "ก", "ข", "2530-02-30", "birth_date: NoSuchDay")]
    [InlineData(Id, "ก", "ข", "1987-02-28", "birth_date: ChristianYear")]
    [InlineData(Id, "ก", "ข", "2570-01-01", "birth_date: InTheFuture")]
    [InlineData(Id, "ก", "ข", "0000-01-01", "birth_date: ")]
    [InlineData("x", "1", "2", "3", "national_id: NotThirteenDigits; first_name: ")]
    public void What_is_wrong_with_a_row_is_told_without_the_row(string id, string first, string last, string date, string told)
    {
        Assert.False(InsuredPerson.TryParse(new(id, first, last, date), limits, out var person, out var flaws));
        Assert.Null(person);
        Assert.StartsWith(told, flaws.Reason, StringComparison.Ordinal);
        Assert.Equal(id == Id, flaws.Whose is not null);
    }
}
