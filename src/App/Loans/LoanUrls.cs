using CrmStudio.App.Loans.Views;

namespace CrmStudio.App.Loans;

/// <summary>Addresses of the Loans room.</summary>
public static class LoanUrls
{
    public const string Board = "/loans";
    public const string Loan = "/loans/{LoanId:guid}";
    public const string Open = "/loans/new";
    public const string Import = "/loans/import";

    public const string Goals = "/settings/goals";
    public const string LetterFile = "/loans/{loanId:guid}/letters/{letterId:guid}.pdf";
    public const string CommissionFile = "/loans/{loanId:guid}/commission.pdf";
    public const string Updates = "/settings/updates";
    public const string CommissionPlans = "/settings/commissions";

    public const string Overrides = "/loans/overrides";
    public const string Dates = "/loans/dates";
    public const string Changes = "/loans/changes";
    public const string Past = "/loans/past";
    public const string Rates = "/settings/rates";
    public const string GridPath = "/loans/grid";
    public const string Csv = "/loans/grid.csv";

    /// <summary>The grid of a view.</summary>
    public static string Grid(LoanView view, Guid? saved = null, Guid? peek = null) => With(GridPath, view, saved, peek);

    /// <summary>The board of a view: the same loans, by stage.</summary>
    public static string BoardOf(LoanView view, Guid? saved = null) => With(Board, view, saved, null);

    /// <summary>The file of a view.</summary>
    public static string CsvOf(LoanView view) => With(Csv, view, null, null);

    /// <summary>The file of some loans of a view.</summary>
    public static string CsvOf(LoanView view, IEnumerable<string> ids) => CsvOf(view) is var all && all.Contains('?', StringComparison.Ordinal) ? $"{all}&ids={string.Join(',', ids)}" : $"{all}?ids={string.Join(',', ids)}";

    /// <summary>Some of the funded loans: those who would gain, those who would not, those with a draft.</summary>
    public static string PastWith(string who) => $"{Past}?who={who}";

    /// <summary>Where the monthly goals of a member are set; those of the organization without one.</summary>
    public static string GoalsOf(Guid? memberId) => memberId is { } id ? $"{Goals}?of={id}" : Goals;

    public static string For(Guid loanId) => $"/loans/{loanId}";

    /// <summary>The file of a letter.</summary>
    public static string ForLetter(Guid loanId, Guid letterId) => $"/loans/{loanId}/letters/{letterId}.pdf";

    /// <summary>The disbursement sheet of a loan.</summary>
    public static string ForCommission(Guid loanId) => $"/loans/{loanId}/commission.pdf";

    /// <summary>One side of a loan's record.</summary>
    public static string For(Guid loanId, string tab) => $"{For(loanId)}?tab={tab}";

    // A view without filters still says so: the bare address of the grid opens what its reader made the default.
    private static string With(string path, LoanView view, Guid? saved, Guid? peek)
    {
        var parts = new[] { view.ToQuery() is { Length: > 0 } query ? query : path == GridPath ? "sort=-stage" : "", saved is null ? "" : $"view={saved}", peek is null ? "" : $"peek={peek}" }.Where(part => part.Length > 0);
        return string.Join('?', new[] { path, string.Join('&', parts) }.Where(part => part.Length > 0));
    }
}
