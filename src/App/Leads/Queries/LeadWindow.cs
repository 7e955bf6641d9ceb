using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>
/// Windows of an ordered list of leads by keyset: each goes on behind a row, whatever came or went meanwhile. Leads without the sorted value come
/// last; those with one are a walk along an index of their own.
/// </summary>
internal sealed class LeadWindow(CrmDbContext db, IQueryable<Lead> leads, LeadSort sort, bool amounts)
{
    /// <summary>Reads the rows behind a row; without one, the first.</summary>
    public async Task<List<LeadRow>> RowsAsync(LeadRow? after, int size, CancellationToken ct)
    {
        var rows = new List<LeadRow>(size);
        foreach (var part in Parts(after))
        {
            rows.AddRange(await RowsOf(part.Take(size - rows.Count)).ToListAsync(ct));
            if (rows.Count == size) break;
        }
        return rows;
    }

    // The order is said of the leads and kept by the join, which is by key.
    private IQueryable<LeadRow> RowsOf(IQueryable<Lead> part) => Ordered(part.Join(db.Contacts, lead => lead.ContactId, contact => contact.Id, (lead, contact) => new LeadOf { Lead = lead, Contact = contact })).Select(pair => new LeadRow(
        pair.Lead.Id, pair.Lead.Name, pair.Lead.Status, pair.Lead.Source, pair.Lead.SourceDetail, pair.Lead.Interest, amounts ? pair.Lead.Amount : null, pair.Lead.PropertyState, pair.Lead.ReceivedAt,
        pair.Lead.AnswerBy, pair.Lead.AnsweredAt, pair.Lead.IsBreached, pair.Lead.Score, pair.Lead.Band, pair.Lead.AssigneeId, pair.Lead.PondId, pair.Lead.SnoozedUntil,
        pair.Lead.NextStep, pair.Lead.NextStepOn, pair.Lead.Attempts, pair.Lead.LastContactAt, pair.Lead.EndedAt, pair.Contact.Email, pair.Contact.Phone, pair.Contact.DoNotCallSince != null));

    private IQueryable<LeadOf> Ordered(IQueryable<LeadOf> pairs) => sort switch
    {
        LeadSort.Due => pairs.OrderBy(pair => pair.Lead.AnswerBy).ThenBy(pair => pair.Lead.Id),
        LeadSort.Newest => pairs.OrderByDescending(pair => pair.Lead.ReceivedAt).ThenByDescending(pair => pair.Lead.Id),
        LeadSort.Score => pairs.OrderByDescending(pair => pair.Lead.Score).ThenByDescending(pair => pair.Lead.Id),
        LeadSort.LastContact => pairs.OrderBy(pair => pair.Lead.LastContactAt).ThenBy(pair => pair.Lead.Id),
        LeadSort.Name => pairs.OrderBy(pair => pair.Lead.Name).ThenBy(pair => pair.Lead.Id),
        _ => pairs.OrderByDescending(pair => EF.Property<long?>(pair.Lead, LeadTwins.AmountCents)).ThenByDescending(pair => pair.Lead.Id),
    };

    private IEnumerable<IQueryable<Lead>> Parts(LeadRow? after) => sort switch
    {
        LeadSort.Due => Keyed(lead => lead.AnswerBy, after, after?.AnswerBy, isUp: true),
        LeadSort.Newest => Keyed(lead => lead.ReceivedAt, after, after?.ReceivedAt ?? default, isUp: false),
        LeadSort.Score => Keyed(lead => lead.Score, after, after?.Score, isUp: false),
        LeadSort.LastContact => Keyed(lead => lead.LastContactAt, after, after?.LastContactAt, isUp: true),
        LeadSort.Name => Keyed(lead => lead.Name, after, after?.Name, isUp: true),
        LeadSort.Amount => Keyed(lead => EF.Property<long?>(lead, LeadTwins.AmountCents), after, after?.Amount is { } amount ? (long)(amount * 100) : null, isUp: false),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Unknown order"),
    };

    private IEnumerable<IQueryable<Lead>> Keyed<TKey>(Expression<Func<Lead, TKey>> key, LeadRow? after, TKey at, bool isUp)
    {
        if (default(TKey) is not null || typeof(TKey) == typeof(string))
        {
            yield return Walk(after is null ? leads : leads.Where(Beyond(key, at, after.Id, isUp)), key, isUp);
            yield break;
        }
        if (after is null || at is not null)
        {
            var filled = leads.Where(Filled(key, true));
            yield return Walk(after is null ? filled : filled.Where(Beyond(key, at, after.Id, isUp)), key, isUp);
        }
        var empty = leads.Where(Filled(key, false));
        var id = after?.Id;
        if (after is not null && at is null) empty = isUp ? empty.Where(lead => lead.Id > id) : empty.Where(lead => lead.Id < id);
        yield return isUp ? empty.OrderBy(lead => lead.Id) : empty.OrderByDescending(lead => lead.Id);
    }

    private static IOrderedQueryable<Lead> Walk<TKey>(IQueryable<Lead> some, Expression<Func<Lead, TKey>> key, bool isUp) =>
        isUp ? some.OrderBy(key).ThenBy(lead => lead.Id) : some.OrderByDescending(key).ThenByDescending(lead => lead.Id);

    private static Expression<Func<Lead, bool>> Filled<TKey>(Expression<Func<Lead, TKey>> key, bool isFilled)
    {
        var nothing = Expression.Constant(null, typeof(TKey));
        return Expression.Lambda<Func<Lead, bool>>(isFilled ? Expression.NotEqual(key.Body, nothing) : Expression.Equal(key.Body, nothing), key.Parameters);
    }

    /// <summary>(key, id) beyond (at, id of the row), compared as one value, which an index on both answers.</summary>
    private static Expression<Func<Lead, bool>> Beyond<TKey>(Expression<Func<Lead, TKey>> key, TKey at, Guid id, bool isUp)
    {
        Expression<Func<TKey>> hereKey = () => at;
        Expression<Func<Guid>> hereId = () => id;
        var there = Pair<TKey>(key.Body, Expression.Property(key.Parameters[0], nameof(Lead.Id)));
        var compare = typeof(NpgsqlDbFunctionsExtensions).GetMethod(isUp ? nameof(NpgsqlDbFunctionsExtensions.GreaterThan) : nameof(NpgsqlDbFunctionsExtensions.LessThan), [typeof(DbFunctions), typeof(ITuple), typeof(ITuple)])!;
        return Expression.Lambda<Func<Lead, bool>>(Expression.Call(compare, Expression.Constant(EF.Functions), there, Pair<TKey>(hereKey.Body, hereId.Body)), key.Parameters);
    }

    private static UnaryExpression Pair<TKey>(Expression key, Expression id) =>
        Expression.Convert(Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [typeof(TKey), typeof(Guid)], key, id), typeof(ITuple));

    /// <summary>A lead with its person.</summary>
    internal sealed class LeadOf
    {
        public required Lead Lead { get; init; }

        public required Domain.Contacts.Contact Contact { get; init; }
    }
}
