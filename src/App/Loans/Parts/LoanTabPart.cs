using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>One side of a loan's record. Reads what it shows by itself, and again whenever it is given the loan anew.</summary>
public abstract class LoanTabPart : CrmPage
{
    /// <summary>The loan as the page has it. A new one arrives after every change by anybody.</summary>
    [Parameter, EditorRequired] public LoanDetail Loan { get; set; } = default!;

    /// <summary>What of this side the address opens: a document of the needs list.</summary>
    [Parameter] public Guid? Opens { get; set; }

    /// <summary>Tell the page what came of an act: it shows the toast with Undo and reads the loan again.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }
}
