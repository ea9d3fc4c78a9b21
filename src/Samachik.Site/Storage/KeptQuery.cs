using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samachik.Site.Storage;

/// <summary>
/// A question that pages ask all the time, kept as it was translated: asked anew as an expression it is built, taken
/// apart and looked up each time. One is kept for each model, for those of the two databases differ.
/// </summary>
/// <param name="question">What is asked, with one value.</param>
public sealed class KeptQuery<T, TAnswer>(Expression<Func<MembersDb, T, TAnswer>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<MembersDb, T, Task<TAnswer>>> kept = [];

    /// <summary>Asks.</summary>
    public Task<TAnswer> AskAsync(MembersDb db, T value)
    {
        ArgumentNullException.ThrowIfNull(db);
        return kept.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, value);
    }
}

/// <summary>The same, with three values.</summary>
/// <param name="question">What is asked.</param>
public sealed class KeptQuery<T1, T2, T3, TAnswer>(Expression<Func<MembersDb, T1, T2, T3, TAnswer>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<MembersDb, T1, T2, T3, Task<TAnswer>>> kept = [];

    /// <summary>Asks.</summary>
    public Task<TAnswer> AskAsync(MembersDb db, T1 first, T2 second, T3 third)
    {
        ArgumentNullException.ThrowIfNull(db);
        return kept.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, first, second, third);
    }
}
