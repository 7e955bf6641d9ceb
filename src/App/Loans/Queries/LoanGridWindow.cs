using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>
/// Windows of an ordered list of loans by keyset: each goes on where a row stands, whatever was inserted or deleted meanwhile. Rows
/// without the sorted value come last, in either direction. An order is read in parts, so that every part is one walk along an index.
/// </summary>
/// <param name="db">The context.</param>
/// <param name="loans">The loans that match.</param>
/// <param name="sort">What they are sorted by.</param>
/// <param name="isDescending">Which way.</param>
/// <param name="amounts">Whether amounts may be read.</param>
internal sealed class LoanGridWindow(CrmDbContext db, IQueryable<Loan> loans, LoanSort sort, bool isDescending, bool amounts)
{
    private static readonly Expression<Func<Loan, Guid>> idOf = loan => loan.Id;

    /// <summary>Reads the rows after a row, or before it; without a row, the first ones.</summary>
    /// <returns>At most <paramref name="size"/> rows in the order of the list.</returns>
    public async Task<List<LoanGridRow>> RowsAsync(LoanGridRow? from, bool isBack, int size, CancellationToken ct)
    {
        var rows = new List<LoanGridRow>(size);
        foreach (var part in Parts(from, isBack, size))
        {
            rows.AddRange(await RowsOf(part.Take(size - rows.Count), amounts).ToListAsync(ct));
            if (rows.Count == size) break;
        }
        if (isBack) rows.Reverse();
        return rows;
    }

    /// <summary>Loans as rows. What may not be seen is not read.</summary>
    internal static IQueryable<LoanGridRow> RowsOf(IQueryable<Loan> loans, bool amounts) => amounts
        ? loans.Select(loan => new LoanGridRow(
            loan.Id, loan.Version, loan.Number, loan.BorrowerName, loan.Amount, Ltv(loan.Purpose, loan.Amount, loan.PurchasePrice, loan.AppraisedValue),
            loan.StageId, loan.StageSince, loan.OfficerId, loan.ProcessorId, loan.LockExpiresOn, loan.ClosingOn, loan.Product, loan.Purpose, loan.Source,
            loan.CreatedAt, loan.FundedOn, loan.EndedAt != null))
        : loans.Select(loan => new LoanGridRow(
            loan.Id, loan.Version, loan.Number, loan.BorrowerName, null, null,
            loan.StageId, loan.StageSince, loan.OfficerId, loan.ProcessorId, loan.LockExpiresOn, loan.ClosingOn, loan.Product, loan.Purpose, loan.Source,
            loan.CreatedAt, loan.FundedOn, loan.EndedAt != null));

    private static decimal? Ltv(LoanPurpose? purpose, decimal? amount, decimal? price, decimal? value) => Loan.LtvOf(purpose, amount, price, value);

    private IEnumerable<IQueryable<Loan>> Parts(LoanGridRow? from, bool isBack, int size)
    {
        var isUp = isDescending == isBack;
        return sort switch
        {
            LoanSort.Stage => ByStage(from, isUp, size),
            LoanSort.Officer => ByOfficer(from, isUp, isBack, size),
            LoanSort.Borrower => Keyed(loan => loan.BorrowerName, from, from?.BorrowerName, isUp, isBack),
            LoanSort.Amount => Keyed(loan => EF.Property<long?>(loan, "AmountCents"), from, from?.Amount is { } amount ? (long)(amount * 100) : null, isUp, isBack),
            LoanSort.Days => Keyed(loan => loan.StageSince, from, from?.StageSince ?? default, !isUp, isBack),
            LoanSort.Lock => Keyed(loan => loan.LockExpiresOn, from, from?.LockExpiresOn, isUp, isBack),
            LoanSort.Closing => Keyed(loan => loan.ClosingOn, from, from?.ClosingOn, isUp, isBack),
            LoanSort.Created => Keyed(loan => loan.CreatedAt, from, from?.CreatedAt ?? default, isUp, isBack),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Unknown order"),
        };
    }

    private IEnumerable<IQueryable<Loan>> Keyed<TKey>(Expression<Func<Loan, TKey>> key, LoanGridRow? from, TKey at, bool isUp, bool isBack)
    {
        var hasEmpty = default(TKey) is null && typeof(TKey) != typeof(string);
        var filled = hasEmpty ? loans.Where(Filled(key, true)) : loans;
        var empty = hasEmpty ? Ordered(loans.Where(Filled(key, false)), idOf, isUp) : null;
        var isInEmpty = hasEmpty && from is not null && at is null;

        if (isInEmpty)
        {
            yield return Ordered(loans.Where(Filled(key, false)).Where(Beyond(idOf, from!.Id, isUp)), idOf, isUp);
            if (isBack) yield return Ordered(filled, key, isUp);
            yield break;
        }
        if (isBack && from is null && empty is not null) yield return empty;
        yield return Ordered(from is null ? filled : filled.Where(Beyond(key, at, from.Id, isUp)), key, isUp);
        if (!isBack && empty is not null) yield return empty;
    }

    // The rest of the stage the row is in, then the stages after it, each by its own index walk.
    private IEnumerable<IQueryable<Loan>> ByStage(LoanGridRow? from, bool isUp, int size)
    {
        var stages = db.PipelineStages.AsQueryable();
        if (from is not null)
        {
            yield return Ordered(loans.Where(loan => loan.StageId == from.StageId).Where(Beyond(loan => loan.StageSince, from.StageSince, from.Id, isUp)), loan => loan.StageSince, isUp);
            stages = isUp
                ? stages.Where(stage => stage.Position > db.PipelineStages.Where(here => here.Id == from.StageId).Select(here => here.Position).Single())
                : stages.Where(stage => stage.Position < db.PipelineStages.Where(here => here.Id == from.StageId).Select(here => here.Position).Single());
        }
        yield return isUp
            ? stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(size), (stage, loan) => new { stage.Position, loan })
                .OrderBy(pair => pair.Position).ThenBy(pair => pair.loan.StageSince).ThenBy(pair => pair.loan.Id).Select(pair => pair.loan)
            : stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id).OrderByDescending(loan => loan.StageSince).ThenByDescending(loan => loan.Id).Take(size), (stage, loan) => new { stage.Position, loan })
                .OrderByDescending(pair => pair.Position).ThenByDescending(pair => pair.loan.StageSince).ThenByDescending(pair => pair.loan.Id).Select(pair => pair.loan);
    }

    // The rest of the officer's loans, then the officers after, then the loans of nobody.
    private IEnumerable<IQueryable<Loan>> ByOfficer(LoanGridRow? from, bool isUp, bool isBack, int size)
    {
        var nobody = loans.Where(loan => loan.OfficerId == null);
        var officers = db.Members.AsQueryable();
        if (from is { OfficerId: null })
        {
            yield return Ordered(nobody.Where(Beyond(idOf, from.Id, isUp)), idOf, isUp);
            if (!isBack) yield break;
        }
        else if (from is { OfficerId: { } officer })
        {
            yield return Ordered(loans.Where(loan => loan.OfficerId == officer).Where(Beyond(idOf, from.Id, isUp)), idOf, isUp);
            officers = isUp
                ? officers.Where(member => db.Members.Any(here => here.Id == officer && EF.Functions.GreaterThan(ValueTuple.Create(member.FirstName, member.LastName, member.Id), ValueTuple.Create(here.FirstName, here.LastName, here.Id))))
                : officers.Where(member => db.Members.Any(here => here.Id == officer && EF.Functions.LessThan(ValueTuple.Create(member.FirstName, member.LastName, member.Id), ValueTuple.Create(here.FirstName, here.LastName, here.Id))));
        }
        yield return isUp
            ? officers.SelectMany(member => loans.Where(loan => loan.OfficerId == member.Id).OrderBy(loan => loan.Id).Take(size), (member, loan) => new { member.FirstName, member.LastName, member.Id, loan })
                .OrderBy(pair => pair.FirstName).ThenBy(pair => pair.LastName).ThenBy(pair => pair.Id).ThenBy(pair => pair.loan.Id).Select(pair => pair.loan)
            : officers.SelectMany(member => loans.Where(loan => loan.OfficerId == member.Id).OrderByDescending(loan => loan.Id).Take(size), (member, loan) => new { member.FirstName, member.LastName, member.Id, loan })
                .OrderByDescending(pair => pair.FirstName).ThenByDescending(pair => pair.LastName).ThenByDescending(pair => pair.Id).ThenByDescending(pair => pair.loan.Id).Select(pair => pair.loan);
        if (!isBack) yield return Ordered(nobody, idOf, isUp);
    }

    private static IOrderedQueryable<Loan> Ordered<TKey>(IQueryable<Loan> loans, Expression<Func<Loan, TKey>> key, bool isUp) => isUp
        ? loans.OrderBy(key).ThenBy(loan => loan.Id)
        : loans.OrderByDescending(key).ThenByDescending(loan => loan.Id);

    private static Expression<Func<Loan, bool>> Filled<TKey>(Expression<Func<Loan, TKey>> key, bool isFilled)
    {
        var nothing = Expression.Constant(null, typeof(TKey));
        return Expression.Lambda<Func<Loan, bool>>(isFilled ? Expression.NotEqual(key.Body, nothing) : Expression.Equal(key.Body, nothing), key.Parameters);
    }

    private static Expression<Func<Loan, bool>> Beyond(Expression<Func<Loan, Guid>> key, Guid at, bool isUp)
    {
        Expression<Func<Guid>> here = () => at;
        return Expression.Lambda<Func<Loan, bool>>(isUp ? Expression.GreaterThan(key.Body, here.Body) : Expression.LessThan(key.Body, here.Body), key.Parameters);
    }

    /// <summary>(key, id) &gt; (at, id of the row), compared as one value, which an index on both answers.</summary>
    private static Expression<Func<Loan, bool>> Beyond<TKey>(Expression<Func<Loan, TKey>> key, TKey at, Guid id, bool isUp)
    {
        Expression<Func<TKey>> hereKey = () => at;
        Expression<Func<Guid>> hereId = () => id;
        var there = Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [typeof(TKey), typeof(Guid)], key.Body, Expression.Property(key.Parameters[0], nameof(Loan.Id)));
        var here = Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [typeof(TKey), typeof(Guid)], hereKey.Body, hereId.Body);
        var compare = typeof(NpgsqlDbFunctionsExtensions).GetMethod(isUp ? nameof(NpgsqlDbFunctionsExtensions.GreaterThan) : nameof(NpgsqlDbFunctionsExtensions.LessThan), [typeof(DbFunctions), typeof(ITuple), typeof(ITuple)])!;
        return Expression.Lambda<Func<Loan, bool>>(
            Expression.Call(compare, Expression.Constant(EF.Functions), Expression.Convert(there, typeof(ITuple)), Expression.Convert(here, typeof(ITuple))), key.Parameters);
    }
}
