using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Import;

namespace CrmStudio.Domain.Loans;

/// <summary>One row of an imported file, kept until the import is forgotten: what it said, what was wrong, what became of it.</summary>
public sealed class LoanImportRow : IOrganizationOwned
{
    private LoanImportRow() { }

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; private set; }

    /// <summary>The import.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Line of the file.</summary>
    public int Line { get; private set; }

    /// <summary>The texts of its cells, as read or as fixed since.</summary>
    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>What the file reader found: a quote left open, a formula. Gone once a person has fixed the row.</summary>
    public IReadOnlyList<LoanImportProblem> FileProblems { get; private set; } = [];

    /// <summary>Everything wrong or worth a look.</summary>
    public IReadOnlyList<LoanImportProblem> Problems { get; private set; } = [];

    /// <summary>What became of it.</summary>
    public LoanImportRowState State { get; private set; }

    /// <summary>The loan number, once it could be read.</summary>
    public string? Number { get; private set; }

    /// <summary>The loan was there when the dry run looked.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The loan it became or changed.</summary>
    public Guid? LoanId { get; private set; }

    /// <summary>Id of the transaction that saved it: the version its loan has until somebody edits it.</summary>
    public long? SavedAs { get; private set; }

    /// <summary>The way back, as JSON; null when nothing was written.</summary>
    public string? WayBack { get; private set; }
}
