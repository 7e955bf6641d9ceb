using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans;

/// <summary>One side of the loan's record besides its overview.</summary>
/// <param name="Key">Its word in the address: ?tab=clocks.</param>
/// <param name="Label">Its name.</param>
/// <param name="Part">What shows it, a <see cref="LoanTabPart"/>.</param>
/// <param name="IsShown">Whether this reader has anything to see there. Courtesy only: the part's own query decides.</param>
/// <param name="Count">What stands behind the name, such as "14/19"; null shows nothing.</param>
public sealed record LoanTab(string Key, string Label, Type Part, Func<LoanDetail, bool> IsShown, Func<LoanDetail, string?>? Count = null);
