using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Something a borrower has, as it is kept.</summary>
public sealed class LoanAsset : Entity
{
    private LoanAsset() { }

    internal LoanAsset(Guid loanId, int position, AssetLine line)
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
    public AssetKind Kind { get; private set; }

    /// <summary>Where it is held.</summary>
    public string? HeldAt { get; private set; }

    /// <summary>What it is worth, in dollars.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Whether a statement or letter proves it.</summary>
    public bool IsVerified { get; private set; }

    /// <summary>The row as it stands on the sheet.</summary>
    public AssetLine Line() => new(Id, PartyId, Kind, HeldAt, Amount, IsVerified);

    internal void Write(int position, AssetLine line) => (Position, PartyId, Kind, HeldAt, Amount, IsVerified) = (position, line.PartyId, line.Kind, line.Held, line.Amount, line.IsVerified);
}
