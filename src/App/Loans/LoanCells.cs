using System.Globalization;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans;

/// <summary>Cells of the grid that are changed in place, and their values as text.</summary>
public static class LoanCells
{
    public const string Amount = "amount", Closing = "closing", Officer = "officer", Stage = "stage";

    /// <summary>The value a row shows.</summary>
    public static string? ValueOf(LoanGridRow row, string cell) => ValueOf(cell, row.Amount, row.ClosingOn, row.OfficerId, row.StageId);

    /// <summary>The value a loan has.</summary>
    public static string? ValueOf(Loan loan, string cell) => ValueOf(cell, loan.Amount, loan.ClosingOn, loan.OfficerId, loan.StageId);

    /// <summary>An amount as an editor starts from it.</summary>
    public static string? Plain(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? ValueOf(string cell, decimal? amount, DateOnly? closing, Guid? officer, Guid stage) => cell switch
    {
        Amount => Plain(amount),
        Closing => closing?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Officer => officer?.ToString(),
        Stage => stage.ToString(),
        _ => null,
    };
}
