using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>
/// Windows of an ordered list of loans by keyset: each goes on where a row stands, whatever was inserted or deleted meanwhile. Rows
/// without the sorted value come last, in either direction. An order is read in parts, so that every part is one walk along an index.
/// </summary>
/// <param name="db">The context.</param>
/// <param name="loans">The loans that match.</param>
/// <param name="isOpen">Whether they are those on the board, which are few beside what was funded in former years.</param>
/// <param name="isNarrow">Whether they are the loans of a few people.</param>
/// <param name="sort">What they are sorted by.</param>
/// <param name="isDescending">Which way.</param>
/// <param name="amounts">Whether amounts may be read.</param>
internal sealed class LoanGridWindow(CrmDbContext db, IQueryable<Loan> loans, bool isOpen, bool isNarrow, LoanSort sort, bool isDescending, bool amounts)
{
    private static readonly Expression<Func<Loan, Guid>> idOf = loan => loan.Id;

    /// <summary>Reads the rows after a row, or before it; without a row, the first ones.</summary>
    /// <returns>At most <paramref name="size"/> rows in the order of the list.</returns>
    public async Task<List<LoanGridRow>> RowsAsync(LoanGridRow? from, bool isBack, int size, CancellationToken ct)
    {
        var rows = new List<LoanGridRow>(size);
        foreach (var part in Parts(from, isBack, size))
        {
            rows.AddRange(await RowsOf(db, part.Take(size - rows.Count), amounts).ToListAsync(ct));
            if (rows.Count == size) break;
        }
        if (isBack) rows.Reverse();
        return rows;
    }

    /// <summary>Loans as rows. What may not be seen is not read.</summary>
    internal static IQueryable<LoanGridRow> RowsOf(CrmDbContext db, IQueryable<Loan> loans, bool amounts) => amounts
        ? loans.Select(loan => new LoanGridRow(
            loan.Id, loan.Version, loan.Number, loan.BorrowerName, loan.Amount, Ltv(loan.Purpose, loan.Amount, loan.PurchasePrice, loan.AppraisedValue),
            loan.StageId, loan.StageSince, loan.OfficerId, loan.ProcessorId, loan.LockExpiresOn, loan.ClosingOn, loan.Product, loan.Purpose, loan.Source,
            loan.CreatedAt, loan.FundedOn, loan.EndedAt != null)
        {
            DueOn = db.DueTasks.Where(task => task.EntityType == LoanTables.Loans && task.EntityId == loan.Id && task.DoneAt == null).Min(task => (DateOnly?)task.DueOn),
        })
        : loans.Select(loan => new LoanGridRow(
            loan.Id, loan.Version, loan.Number, loan.BorrowerName, null, null,
            loan.StageId, loan.StageSince, loan.OfficerId, loan.ProcessorId, loan.LockExpiresOn, loan.ClosingOn, loan.Product, loan.Purpose, loan.Source,
            loan.CreatedAt, loan.FundedOn, loan.EndedAt != null)
        {
            DueOn = db.DueTasks.Where(task => task.EntityType == LoanTables.Loans && task.EntityId == loan.Id && task.DoneAt == null).Min(task => (DateOnly?)task.DueOn),
        });

    /// <summary>A loan at hand as a row, the same as <see cref="RowsOf"/> reads but for the next thing to do, which stands in other rows.</summary>
    internal static LoanGridRow RowOf(Loan loan, bool amounts) => new(
        loan.Id, loan.Version, loan.Number, loan.BorrowerName, amounts ? loan.Amount : null, amounts ? Ltv(loan.Purpose, loan.Amount, loan.PurchasePrice, loan.AppraisedValue) : null,
        loan.StageId, loan.StageSince, loan.OfficerId, loan.ProcessorId, loan.LockExpiresOn, loan.ClosingOn, loan.Product, loan.Purpose, loan.Source,
        loan.CreatedAt, loan.FundedOn, loan.EndedAt != null);

    private static decimal? Ltv(LoanPurpose? purpose, decimal? amount, decimal? price, decimal? value) => Loan.LtvOf(purpose, amount, price, value);

    private IEnumerable<IQueryable<Loan>> Parts(LoanGridRow? from, bool isBack, int size)
    {
        var isUp = isDescending == isBack;
        return sort switch
        {
            LoanSort.Stage => ByStage(from, isUp, size),
            LoanSort.Officer => ByOfficer(from, isUp, isBack, size),
            LoanSort.Borrower => Keyed(loan => loan.BorrowerName, from, from?.BorrowerName, isUp, isBack),
            LoanSort.Amount => Keyed(loan => EF.Property<long?>(loan, LoanTwins.AmountCents), from, from?.Amount is { } amount ? (long)(amount * 100) : null, isUp, isBack),
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
        yield return isNarrow
            ? Placed(Sorted(stages, loans, isUp, size), isUp)
            : Placed(isOpen
            ? Walk(stages, loans.Where(loan => EF.Property<DateOnly>(loan, LoanTwins.FundedOrNever) == LoanTwins.Never), isUp, size)
                .Concat(Sorted(stages, loans.Where(loan => EF.Property<DateOnly>(loan, LoanTwins.FundedOrNever) < LoanTwins.Never), isUp, size))
            : Walk(stages, loans, isUp, size), isUp);
    }

    /// <summary>Places of the first loans of every stage: a walk along the index for each. What is taken names the stage, or EF would number the loans of all stages.</summary>
    private static IQueryable<LoanPlace> Walk(IQueryable<PipelineStage> stages, IQueryable<Loan> loans, bool isUp, int size) => isUp
        ? stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(size).Select(loan => new LoanPlace { Position = stage.Position, StageSince = loan.StageSince, Id = loan.Id }))
        : stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id).OrderByDescending(loan => loan.StageSince).ThenByDescending(loan => loan.Id).Take(size).Select(loan => new LoanPlace { Position = stage.Position, StageSince = loan.StageSince, Id = loan.Id }));

    /// <summary>
    /// Places of loans that are few: those of a few people, and those funded lately, which along the index of a stage stand behind all
    /// that was funded in former years.
    /// </summary>
    private static IQueryable<LoanPlace> Sorted(IQueryable<PipelineStage> stages, IQueryable<Loan> loans, bool isUp, int size) =>
        InOrder(stages.Join(loans, stage => stage.Id, loan => loan.StageId, (stage, loan) => new LoanPlace { Position = stage.Position, StageSince = loan.StageSince, Id = loan.Id }), isUp).Take(size);

    // Places come out of the index alone; only the loans that are shown are looked at.
    private IQueryable<Loan> Placed(IQueryable<LoanPlace> places, bool isUp)
    {
        var shown = db.Loans.Join(places, loan => loan.Id, place => place.Id, (loan, place) => new { loan, place.Position, place.StageSince, place.Id });
        return isUp
            ? shown.OrderBy(pair => pair.Position).ThenBy(pair => pair.StageSince).ThenBy(pair => pair.Id).Select(pair => pair.loan)
            : shown.OrderByDescending(pair => pair.Position).ThenByDescending(pair => pair.StageSince).ThenByDescending(pair => pair.Id).Select(pair => pair.loan);
    }

    private static IQueryable<LoanPlace> InOrder(IQueryable<LoanPlace> places, bool isUp) => isUp
        ? places.OrderBy(place => place.Position).ThenBy(place => place.StageSince).ThenBy(place => place.Id)
        : places.OrderByDescending(place => place.Position).ThenByDescending(place => place.StageSince).ThenByDescending(place => place.Id);

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

/// <summary>Where a loan stands in the order of the stages.</summary>
internal sealed class LoanPlace
{
    public int Position { get; init; }

    public DateTimeOffset StageSince { get; init; }

    public Guid Id { get; init; }
}
