using Microsoft.Extensions.Localization;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers;

/// <summary>One row of a table.</summary>
public sealed record DayRow(string Head, IReadOnlyList<string> Cells);

/// <summary>One part of the day's picture: a chart, and its numbers as a table.</summary>
/// <param name="Id">Its place in the page.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Chart">The chart; null when there is nothing to draw.</param>
/// <param name="Columns">The heads of the columns, that of the rows first.</param>
/// <param name="Rows">The rows.</param>
public sealed record DaySection(string Id, string Title, Chart? Chart, IReadOnlyList<string> Columns, IReadOnlyList<DayRow> Rows);

/// <summary>Puts the parts of the day's picture together.</summary>
public sealed class DaySections(IStringLocalizer<DayTexts> texts, DayWords words, TimeProvider time)
{
    private const string ThisDay = "#1f3a7a", WeekBefore = "#8a8fa0", Other = "#b3541e";
    private const double Median = 0.5, NearlyAll = 0.95;

    /// <summary>All parts, in the order in which they are read.</summary>
    public IReadOnlyList<DaySection> Of(DayComparison days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return
        [
            Funnel(days), SignUpsByHour(days),
            Delivery(days, "gateways", texts["Gateways.Title"].Value, texts["Gateways.Head"].Value, FigureKind.SentByGateway, FigureKind.ArrivedByGateway),
            Delivery(days, "operators", texts["Operators.Title"].Value, texts["Operators.Head"].Value, FigureKind.SentByPrefix, FigureKind.ArrivedByPrefix),
            Codes(days), Limits(days), SignIns(days), Queues(days),
        ];
    }

    private DaySection Funnel(DayComparison days)
    {
        var steps = Enum.GetValues<FunnelStep>();
        (string Name, ComparedFigure Figure)[] figures = [.. steps.Select(step => (texts[$"FunnelStep.{step}"].Value, days.Of(FigureKind.SignUp, step.ToString())))];
        var compared = Compared(days, "funnel", texts["Funnel.Title"].Value, texts["Funnel.Head"].Value, figures);
        return compared with
        {
            Columns = [.. compared.Columns, texts["Funnel.Stayed"].Value],
            Rows =
            [
                .. compared.Rows.Select((row, i) => row with
                {
                    Cells = [.. row.Cells, i == 0 ? DayWords.Nothing : words.Share(figures[i].Figure.SoFar, figures[i - 1].Figure.SoFar)],
                }),
            ],
        };
    }

    private DaySection SignUpsByHour(DayComparison days)
    {
        IReadOnlyList<long?> Hours(DayFigures day, FunnelStep step) => day.ByHour(FigureKind.SignUp, step.ToString());
        (string Name, string Colour, IReadOnlyList<long?> Values, bool IsDashed)[] rows =
        [
            (texts["Began"].Value, ThisDay, Hours(days.Day, FunnelStep.Agreed), false),
            (texts["Began.Then"].Value, WeekBefore, Hours(days.WeekBefore, FunnelStep.Agreed), true),
            (texts["Members"].Value, Other, Hours(days.Day, FunnelStep.BecameMember), false),
        ];
        return ByHour("hours", texts["Hours.Title"].Value, days.Day, rows, words.Number);
    }

    private DaySection Delivery(DayComparison days, string id, string title, string head, FigureKind sent, FigureKind arrived)
    {
        var labels = days.LabelsOf(sent);
        var known = days.Day.Known;
        var times = labels.Select(label => days.Day.Times(arrived, label, known)).ToList();
        double? Drawn(DeliveryTimes of, double share) => of.Quantile(share) is { } step ? step == DeliveryTimes.Beyond ? DeliveryTimes.Steps[^1] : step : null;
        var rows = labels.Select((label, i) =>
        {
            var then = days.WeekBefore.Times(arrived, label, days.Hours);
            return new DayRow(label,
            [
                words.Number(days.Day.Sum(sent, label, known)), words.Number(known.Count > 0 ? times[i].Total : null), words.Quicker(times[i], Median),
                words.Quicker(times[i], NearlyAll), words.Quicker(then, Median), words.Quicker(then, NearlyAll),
            ]);
        }).ToList();
        ChartRow[] drawn =
        [
            new(texts["Median"].Value, ThisDay, [.. times.Select(of => Drawn(of, Median))]),
            new(texts["NearlyAll"].Value, Other, [.. times.Select(of => Drawn(of, NearlyAll))]),
        ];
        return new(
            id, title, labels.Count == 0 ? null : DrawChart.Bars(id, Told(title, rows.Select(row => $"{row.Head} {row.Cells[2]}, {row.Cells[3]}")), labels, drawn),
            [head, texts["Taken"].Value, texts["Arrived"].Value, texts["Median"].Value, texts["NearlyAll"].Value, texts["Median.Then"].Value, texts["NearlyAll.Then"].Value],
            rows);
    }

    private DaySection Codes(DayComparison days)
    {
        ComparedFigure Of(CodeVerdict verdict) => days.Of(FigureKind.CodeNotRight, verdict.ToString());
        return Compared(days, "codes", texts["Codes.Title"].Value, texts["Codes.Head"].Value,
        [
            (texts["Codes.Wrong"].Value, Of(CodeVerdict.Wrong)), (texts["Codes.Late"].Value, Of(CodeVerdict.Expired)),
            (texts["Codes.NoTries"].Value, Of(CodeVerdict.TooManyTries)), (texts["Codes.NoTriesToday"].Value, Of(CodeVerdict.TooManyTriesToday)),
        ]);
    }

    private DaySection Limits(DayComparison days) => Compared(days, "limits", texts["Limits.Title"].Value, texts["Limits.Head"].Value,
    [
        .. Enum.GetValues<SendAxis>().Select(axis => (texts[$"SendAxis.{axis}"].Value, days.Of(FigureKind.LimitHit, axis.ToString()))),
        .. Enum.GetValues<GuardRule>().Select(rule => (texts[$"GuardRule.{rule}"].Value, days.Of(FigureKind.GuardStrike, rule.ToString()))),
    ]);

    private DaySection SignIns(DayComparison days)
    {
        ComparedFigure Of(AuditAct act) => days.Of(FigureKind.SignIn, act.ToString());
        return Compared(days, "sign-ins", texts["SignIns.Title"].Value, texts["SignIns.Head"].Value,
        [
            (texts["SignIns.Right"].Value, Of(AuditAct.SignedIn)), (texts["SignIns.WrongPassword"].Value, Of(AuditAct.SignInFailed)),
            (texts["SignIns.WrongCode"].Value, Of(AuditAct.SecondStepFailed)), (texts["SignIns.Disabled"].Value, Of(AuditAct.PasswordDisabled)),
        ]);
    }

    private DaySection Queues(DayComparison days)
    {
        IReadOnlyList<long?> Seen(FigureKind kind, FigureQueue queue) => days.Day.SeenByHour(kind, queue.ToString());
        var ages = ByHour("queues", texts["Queues.Title"].Value, days.Day,
            [
                (texts["Queues.SmsAge"].Value, ThisDay, Seen(FigureKind.QueueAge, FigureQueue.Sms), false),
                (texts["Queues.MailAge"].Value, Other, Seen(FigureKind.QueueAge, FigureQueue.Mail), true),
            ],
            words.Age);
        var (sms, mail) = (Seen(FigureKind.QueueLength, FigureQueue.Sms), Seen(FigureKind.QueueLength, FigureQueue.Mail));
        return ages with
        {
            Columns = [.. ages.Columns, texts["Queues.SmsLength"].Value, texts["Queues.MailLength"].Value],
            Rows = [.. ages.Rows.Select((row, hour) => row with { Cells = [.. row.Cells, words.Number(sms[hour]), words.Number(mail[hour])] })],
        };
    }

    // Both days over the hours that stand against each other; where there are none, the day alone as far as it is known.
    private DaySection Compared(DayComparison days, string id, string title, string head, IReadOnlyList<(string Name, ComparedFigure Figure)> figures)
    {
        var isCompared = days.Hours.Count > 0;
        ChartRow[] drawn = isCompared
            ? [new(texts["Now"].Value, ThisDay, [.. figures.Select(pair => (double?)pair.Figure.Now)]), new(texts["Then"].Value, WeekBefore, [.. figures.Select(pair => (double?)pair.Figure.Then)])]
            : [new(texts["SoFar"].Value, ThisDay, [.. figures.Select(pair => (double?)pair.Figure.SoFar)])];
        return new(
            id, title,
            days.Day.Known.Count == 0 ? null : DrawChart.Bars(id, Told(title, figures.Select(pair => $"{pair.Name} {words.Number(pair.Figure.SoFar)}")), [.. figures.Select(pair => pair.Name)], drawn),
            [head, texts["SoFar"].Value, texts["Now"].Value, texts["Then"].Value, texts["Change"].Value],
            [.. figures.Select(pair => new DayRow(pair.Name, [words.Number(pair.Figure.SoFar), words.Number(pair.Figure.Now), words.Number(pair.Figure.Then), words.Change(pair.Figure)]))]);
    }

    // Hours that are still to come are not in the table; those of which nothing is known are.
    private DaySection ByHour(
        string id, string title, DayFigures day, IReadOnlyList<(string Name, string Colour, IReadOnlyList<long?> Values, bool IsDashed)> rows, Func<long?, string> say)
    {
        var now = time.GetUtcNow();
        var come = Enumerable.Range(0, ThaiDay.Hours).Where(hour => day.Day.Slot(hour) <= now).ToList();
        var told = rows.Select(row => $"{row.Name}: {say(come.Select(hour => row.Values[hour]).Max())}");
        return new(
            id, title,
            day.Known.Count == 0 ? null : DrawChart.Hours(
                id, Told(texts["Most", title].Value, told), [.. rows.Select(row => new ChartRow(row.Name, row.Colour, [.. row.Values.Select(value => (double?)value)], row.IsDashed))]),
            [texts["Hour"].Value, .. rows.Select(row => row.Name)],
            [.. come.Select(hour => new DayRow(DayWords.Hour(hour), [.. rows.Select(row => say(row.Values[hour]))]))]);
    }

    private static string Told(string title, IEnumerable<string> parts) => $"{title}: {string.Join("; ", parts)}";
}
