using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>A debt of a borrower, as it is kept.</summary>
public sealed class LoanLiability : Entity
{
    private LoanLiability() { }

    internal LoanLiability(Guid loanId, int position, LiabilityLine line)
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

    /// <summary>What it is.</summary>
    public LiabilityKind Kind { get; private set; }

    /// <summary>To whom.</summary>
    public string? Creditor { get; private set; }

    /// <summary>What is owed, in dollars.</summary>
    public decimal? Balance { get; private set; }

    /// <summary>What is paid, in dollars a month.</summary>
    public decimal? Monthly { get; private set; }

    /// <summary>Payments left, where there is an end.</summary>
    public int? MonthsLeft { get; private set; }

    /// <summary>What is to become of it.</summary>
    public LiabilityTreatment Treatment { get; private set; }

    /// <summary>The row as it stands on the sheet.</summary>
    public LiabilityLine Line() => new(Id, PartyId, Kind, Creditor, Balance, Monthly, MonthsLeft, Treatment);

    internal void Write(int position, LiabilityLine line)
    {
        (Position, PartyId, Kind, Creditor) = (position, line.PartyId, line.Kind, line.Creditor);
        (Balance, Monthly, MonthsLeft, Treatment) = (line.Balance, line.Monthly, line.MonthsLeft, line.Treatment);
    }
}
