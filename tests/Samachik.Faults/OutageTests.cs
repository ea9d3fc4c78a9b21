using Npgsql;

namespace Samachik.Faults;

/// <summary>The line to the database breaks in the middle of a step: an honest page, nothing half written, and the same step works later.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(Line.Refused, "th", StoppedPostgresTests.Thai)]
    [InlineData(Line.Hanging, "th", StoppedPostgresTests.Thai)]
    [InlineData(Line.CutInReply, "en", StoppedPostgresTests.English)]
    public async Task Whatever_the_line_does_every_step_answers_503_and_works_when_it_is_whole(Line fault, string language, string heading)
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var proxy = new TcpProxy(new NpgsqlConnectionStringBuilder(place.Connection).Port);
        await StepByStep.GoAsync(place, proxy.Port, language, heading, Act(() => proxy.Set(fault)), Act(() => proxy.Set(Line.Whole)));

        static Func<Task> Act(Action set) => () =>
        {
            set();
            return Task.CompletedTask;
        };
    }
}
