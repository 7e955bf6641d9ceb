using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>When one piece of the application was first received. Never changed; a slip is undone by who made it.</summary>
public sealed class LoanApplicationPiece : Entity
{
    private LoanApplicationPiece() { }

    internal LoanApplicationPiece(Guid loanId, ApplicationPiece piece, DateTimeOffset receivedAt, Guid notedBy) =>
        (LoanId, Piece, ReceivedAt, NotedBy) = (loanId, piece, receivedAt, notedBy);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The piece.</summary>
    public ApplicationPiece Piece { get; private set; }

    /// <summary>When it was first received.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Who noted it.</summary>
    public Guid NotedBy { get; private set; }
}
