using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>The application: six pieces, and the day the last of them came.</summary>
public sealed partial class Loan
{
    private static readonly ApplicationPiece[] allPieces = Enum.GetValues<ApplicationPiece>();
    private readonly List<LoanApplicationPiece> pieces = [];

    /// <summary>The pieces that were received.</summary>
    public IReadOnlyList<LoanApplicationPiece> Pieces => pieces;

    /// <summary>
    /// The day the sixth piece was received: the application of 12 CFR 1026.2(a)(3), from which the TRID and ECOA clocks count. Null while a
    /// piece is missing, whatever stage the loan is in.
    /// </summary>
    public DateOnly? ApplicationCompleteOn { get; private set; }

    /// <summary>Whether the consumer may rescind; false while purpose or occupancy are not known.</summary>
    public bool IsRescindable => CanBeRescinded(Purpose, Occupancy);

    /// <summary>
    /// Whether a loan of that kind can be rescinded: one on the borrower's principal dwelling that does not buy or build it
    /// (12 CFR 1026.23(a)(1), (f)(1)).
    /// </summary>
    public static bool CanBeRescinded(LoanPurpose? purpose, Occupancy? occupancy) =>
        occupancy == Loans.Occupancy.PrimaryResidence
        && purpose is not (null or LoanPurpose.Purchase or LoanPurpose.ConstructionOnly or LoanPurpose.ConstructionToPermanent);

    /// <summary>Notes that a piece was received. <see cref="Pieces"/> must be loaded.</summary>
    /// <param name="piece">Which.</param>
    /// <param name="receivedAt">When it first came, in whatever form: a lead form and a note count.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="at">When it is noted.</param>
    /// <param name="dayOf">The day of an instant in the organization's time zone.</param>
    public Outcome Receive(ApplicationPiece piece, DateTimeOffset receivedAt, Guid by, DateTimeOffset at, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if (pieces.Any(known => known.Piece == piece)) return ClockRefusals.PieceReceived;
        if (receivedAt > at) return ClockRefusals.PieceInTheFuture;

        pieces.Add(new LoanApplicationPiece(Id, piece, receivedAt, by));
        if (pieces.Count < allPieces.Length) return Outcome.Done;

        var on = dayOf(pieces.Max(known => known.ReceivedAt));
        ApplicationCompleteOn = on;
        Reach(Milestone.Application, on);
        Raise(new ApplicationCompleted(Id, on, by));
        ClockChanged();
        return Outcome.Done;
    }

    /// <summary>
    /// Notes the pieces the loan itself shows by now: name, property, value and amount. Call it wherever a loan is opened or changed, so that
    /// the clock starts even when nobody thinks of it. A loan whose application was taken elsewhere is left alone: its pieces came before
    /// anybody typed them here. <see cref="Pieces"/> must be loaded.
    /// </summary>
    public void NotePiecesShown(Guid by, DateTimeOffset at, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if (ApplicationOn is not null) return;
        foreach (var piece in allPieces.Where(piece => Shows(piece) && pieces.All(known => known.Piece != piece))) Receive(piece, at, by, at, dayOf);
    }

    private void ClockChanged()
    {
        if (ApplicationCompleteOn is not null && !RaisedEvents.OfType<LoanClockChanged>().Any()) Raise(new LoanClockChanged(Id));
    }

    private bool Shows(ApplicationPiece piece) => piece switch
    {
        ApplicationPiece.Name => BorrowerName.Length > 0,
        ApplicationPiece.PropertyAddress => PropertyAddress is not null,
        ApplicationPiece.EstimatedValue => PurchasePrice is not null || AppraisedValue is not null,
        ApplicationPiece.LoanAmount => Amount is not null,
        _ => false,
    };
}
