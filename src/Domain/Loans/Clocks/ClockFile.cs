using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>What the clocks of a loan know of it.</summary>
public sealed record ClockFile
{
    /// <summary>The loan.</summary>
    public required Loan Loan { get; init; }

    /// <summary>What went out.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    /// <summary>What was said and told.</summary>
    public IReadOnlyList<LoanNotice> Notices { get; init; } = [];

    /// <summary>The denial.</summary>
    public AdverseAction? AdverseAction { get; init; }

    /// <summary>How the loan ended.</summary>
    public EndingKind? Ending { get; init; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What a tolerance is exceeded by, in US dollars; 0 while nothing is known.</summary>
    public decimal Cure { get; init; }

    /// <summary>
    /// Whether the integrated disclosures are not due: an open-end line of credit, a reverse mortgage, or a business purpose
    /// (12 CFR 1026.19(e)(1)(i), 1026.3(a)).
    /// </summary>
    public bool IsExempt { get; init; }
}
