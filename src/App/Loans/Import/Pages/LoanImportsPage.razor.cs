namespace CrmStudio.App.Loans.Import.Pages;

/// <summary>Where a file of loans goes in, and what came in before.</summary>
public partial class LoanImportsPage;
