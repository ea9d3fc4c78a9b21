using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>What was asked of the trail, read from the form.</summary>
public sealed record TrailAsked(TrailSubject? Subject, OfficerNumber? Number, AuditActor? Actor, AuditAct? Act, DaySpan Days);

/// <summary>The fields of the search. Whoever names neither an account nor an officer is given fewer days at once. Prints nothing of it.</summary>
public sealed class TrailForm
{
    /// <summary>So many days may be searched at once when nobody is named.</summary>
    public const int MostDays = 31;

    /// <summary>An ID number, the id of an account, or a case number.</summary>
    public string? Subject { get; set; }

    /// <summary>A staff number.</summary>
    public string? Number { get; set; }

    /// <summary>A kind of actor; empty: any.</summary>
    public string? Actor { get; set; }

    /// <summary>An act; empty: any.</summary>
    public string? Act { get; set; }

    /// <summary>The first day, day/month/year of the Buddhist Era.</summary>
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    public string? To { get; set; }

    /// <summary>A form with the usual days in it.</summary>
    public static TrailForm Of(DaySpan days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new() { From = DaySpan.Spell(days.First), To = DaySpan.Spell(days.Last) };
    }

    /// <summary>Whether what was chosen is among what the form offers.</summary>
    public bool IsOffered => IsNameOf<AuditActor>(Actor) && IsNameOf<AuditAct>(Act);

    /// <summary>Reads it; null when something was told at its field.</summary>
    public TrailAsked? Read(DateTimeOffset now, IStringLocalizer<TrailTexts> texts, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(state);
        var subject = TrailSubject.Read(Subject);
        if (subject is null && !string.IsNullOrWhiteSpace(Subject)) state.AddModelError(nameof(Subject), texts["Subject.Wrong"]);
        var isNumber = OfficerNumber.TryParse(Number, out var number);
        if (!isNumber && !string.IsNullOrWhiteSpace(Number)) state.AddModelError(nameof(Number), texts["Number.Wrong"]);
        var days = DaySpan.ReadTyped(From, To, subject is null && number is null ? MostDays : null, now);
        if (days.First is { } first) state.AddModelError(nameof(From), texts[$"DaySpanFlaw.{first}", MostDays]);
        if (days.Last is { } last) state.AddModelError(nameof(To), texts[$"DaySpanFlaw.{last}", MostDays]);
        return state.IsValid && days.Span is { } span ? new(subject, number, Named<AuditActor>(Actor), Named<AuditAct>(Act), span) : null;
    }

    private static bool IsNameOf<T>(string? chosen)
        where T : struct, Enum => string.IsNullOrEmpty(chosen) || Enum.GetNames<T>().Contains(chosen);

    private static T? Named<T>(string? chosen)
        where T : struct, Enum => string.IsNullOrEmpty(chosen) ? null : Enum.Parse<T>(chosen);
}
