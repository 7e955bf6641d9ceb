using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>A qualifying income on a loan, as it is kept.</summary>
public sealed class LoanIncome : Entity
{
    private LoanIncome() { }

    internal LoanIncome(Guid loanId, int position, IncomeLine line)
    {
        (LoanId, Id) = (loanId, line.Id);
        Write(position, line);
    }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Its place on the sheet, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Whose it is; null for all borrowers together.</summary>
    public Guid? PartyId { get; private set; }

    /// <summary>Where it comes from.</summary>
    public IncomeKind Kind { get; private set; }

    /// <summary>Who pays it.</summary>
    public string? PaidBy { get; private set; }

    /// <summary>Dollars a month.</summary>
    public decimal? Monthly { get; private set; }

    /// <summary>The row as it stands on the sheet.</summary>
    public IncomeLine Line() => new(Id, PartyId, Kind, PaidBy, Monthly);

    internal void Write(int position, IncomeLine line) => (Position, PartyId, Kind, PaidBy, Monthly) = (position, line.PartyId, line.Kind, line.From, line.Monthly);
}
