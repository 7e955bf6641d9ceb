using System.Linq.Expressions;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Views;

/// <summary>Loans that match a filter.</summary>
public static class LoanFilterScopes
{
    // A stage without a limit: an interval made of null does not parse, so it is given one nobody reaches.
    private const int Never = 36_500;

    /// <summary>Loans that match. Who sees no amounts must not get a condition on amounts here: <see cref="LoanView.WithoutAmounts"/>.</summary>
    public static IQueryable<Loan> Matching(this IQueryable<Loan> loans, LoanFilter filter, LoanViewing viewing)
    {
        if (filter.IsAboutOpenLoans) loans = loans.Where(InState(LoanStates.Open, viewing.Today.AddDays(-LoanBoardQuery.FundedForDays)));
        foreach (var group in filter.Groups)
            loans = loans.Where(group.Select(condition => Holds(condition, viewing)).Aggregate(Or));
        return loans;
    }

    private static Expression<Func<Loan, bool>> Holds(LoanCondition condition, LoanViewing viewing)
    {
        var meant = Is(condition, viewing);
        return condition.Operator == LoanOperator.Not ? Expression.Lambda<Func<Loan, bool>>(Expression.Not(meant.Body), meant.Parameters) : meant;
    }

    private static Expression<Func<Loan, bool>> Is(LoanCondition condition, LoanViewing viewing)
    {
        var (db, at, today, ids, texts) = (viewing.Db, viewing.At, viewing.Today, condition.Ids(), condition.Values.ToArray());
        switch (condition.Field)
        {
            case LoanField.State:
                return InState(texts[0], today.AddDays(-LoanBoardQuery.FundedForDays));
            case LoanField.Stage:
                return loan => ids.Contains(loan.StageId);
            case LoanField.Officer:
                return WorkedBy(loan => loan.OfficerId, condition, viewing.Me.Id);
            case LoanField.Processor:
                return WorkedBy(loan => loan.ProcessorId, condition, viewing.Me.Id);
            case LoanField.Branch:
                return loan => db.TeamMembers.Any(place => place.MemberId == loan.OfficerId
                    && db.Teams.Any(team => team.Id == place.TeamId && (ids.Contains(team.Id) || ids.Contains(team.ParentId!.Value))));
            case LoanField.Amount:
                var cents = (long)(condition.Amount!.Value * 100);
                return condition.Operator == LoanOperator.Min
                    ? loan => EF.Property<long?>(loan, LoanTwins.AmountCents) >= cents
                    : loan => EF.Property<long?>(loan, LoanTwins.AmountCents) <= cents;
            case LoanField.Lock:
                var runsOut = today.AddDays(condition.Days!.Value);
                return loan => loan.LockExpiresOn <= runsOut;
            case LoanField.Closing:
                var closes = today.AddDays(condition.Days!.Value);
                return loan => loan.ClosingOn >= today && loan.ClosingOn <= closes;
            case LoanField.Rotting:
                return loan => db.PipelineStages.Any(stage => stage.Id == loan.StageId && loan.StageSince <= at.AddDays(-((stage.RotsAfterDays ?? Never) + 1)));
            case LoanField.Purpose:
                var purposes = texts.Select(text => Enum.TryParse<LoanPurpose>(text, out var purpose) ? purpose : (LoanPurpose?)null).OfType<LoanPurpose>().ToArray();
                return loan => loan.Purpose != null && purposes.Contains(loan.Purpose.Value);
            case LoanField.Product:
                return loan => loan.Product != null && texts.Contains(loan.Product);
            case LoanField.Source:
                return loan => loan.Source != null && texts.Contains(loan.Source);
            case LoanField.Text:
                var pattern = $"%{Like(texts[0])}%";
                return loan => EF.Functions.ILike(loan.BorrowerName, pattern, "\\") || EF.Functions.ILike(loan.Number, pattern, "\\");
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition.Field, "Unknown field");
        }
    }

    private static Expression<Func<Loan, bool>> InState(string state, DateOnly fundedSince) => state switch
    {
        LoanStates.Open => loan => loan.EndedAt == null && EF.Property<DateOnly>(loan, LoanTwins.FundedOrNever) >= fundedSince,
        LoanStates.Funded => loan => loan.FundedOn != null && loan.EndedAt == null,
        LoanStates.Ended => loan => loan.EndedAt != null,
        _ => loan => true,
    };

    private static Expression<Func<Loan, bool>> WorkedBy(Expression<Func<Loan, Guid?>> worker, LoanCondition condition, Guid myId)
    {
        var ids = condition.Values.Contains(LoanCondition.Me) ? [.. condition.Ids(), myId] : condition.Ids();
        Expression<Func<Guid?, bool>> isOne = condition.Values.Contains(LoanCondition.Nobody)
            ? member => member == null || ids.Contains(member.Value)
            : member => member != null && ids.Contains(member.Value);
        return Expression.Lambda<Func<Loan, bool>>(new Parameter(isOne.Parameters[0], worker.Body).Visit(isOne.Body), worker.Parameters);
    }

    private static string Like(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    internal static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, new Parameter(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Parameter(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
