using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Tests.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans;

public sealed class ApplicationTests
{
    [Fact]
    public void Five_pieces_are_no_application()
    {
        var loan = Files.Loan(applied: null);

        foreach (var piece in Enum.GetValues<ApplicationPiece>().SkipLast(1)) loan.Receive(piece, Files.At("2026-05-21"), Files.Ana, Files.At("2026-05-21"), Files.DayOf);

        Assert.Null(loan.ApplicationCompleteOn);
    }

    [Fact]
    public void The_sixth_piece_starts_the_clock_on_the_day_the_last_of_them_came()
    {
        var loan = Files.Loan(applied: null);
        foreach (var piece in Enum.GetValues<ApplicationPiece>().Reverse().SkipLast(1)) loan.Receive(piece, Files.At("2026-05-21"), Files.Ana, Files.At("2026-06-01"), Files.DayOf);

        loan.Receive(ApplicationPiece.Name, Files.At("2026-05-18"), Files.Ana, Files.At("2026-06-01"), Files.DayOf);

        Assert.Equal(Files.Day("2026-05-21"), loan.ApplicationCompleteOn);
        Assert.Equal(Files.Day("2026-05-21"), loan.ApplicationOn);
        Assert.Equal(Files.Day("2026-05-21"), Assert.Single(loan.RaisedEvents.OfType<ApplicationCompleted>()).On);
    }

    [Fact]
    public void A_first_receipt_is_never_moved()
    {
        var loan = Files.Loan(applied: "2026-05-21");

        Assert.Equal(ClockRefusals.PieceReceived, loan.Receive(ApplicationPiece.Income, Files.At("2026-05-25"), Files.Ana, Files.At("2026-06-01"), Files.DayOf).Refusal);
        Assert.Equal(Files.Day("2026-05-21"), loan.ApplicationCompleteOn);
    }

    [Fact]
    public void A_piece_is_not_received_in_the_future() =>
        Assert.Equal(ClockRefusals.PieceInTheFuture, Files.Loan(applied: null).Receive(ApplicationPiece.Income, Files.At("2026-05-22"), Files.Ana, Files.At("2026-05-21"), Files.DayOf).Refusal);

    [Fact]
    public void What_the_loan_shows_is_noted_by_itself_so_that_two_more_pieces_start_the_clock()
    {
        var loan = Files.Loan(applied: null);

        loan.NotePiecesShown(Files.Ana, Files.At("2026-05-18"), Files.DayOf);
        loan.NotePiecesShown(Files.Ana, Files.At("2026-05-20"), Files.DayOf);

        Assert.Equal([ApplicationPiece.Name, ApplicationPiece.PropertyAddress, ApplicationPiece.EstimatedValue, ApplicationPiece.LoanAmount], loan.Pieces.Select(piece => piece.Piece));
        Assert.All(loan.Pieces, piece => Assert.Equal(Files.At("2026-05-18"), piece.ReceivedAt));
    }

    [Theory]
    [InlineData(LoanPurpose.Purchase, Occupancy.PrimaryResidence, false)]
    [InlineData(LoanPurpose.ConstructionToPermanent, Occupancy.PrimaryResidence, false)]
    [InlineData(LoanPurpose.RefinanceCashOut, Occupancy.Investment, false)]
    [InlineData(LoanPurpose.RefinanceCashOut, Occupancy.PrimaryResidence, true)]
    [InlineData(LoanPurpose.HomeImprovement, Occupancy.PrimaryResidence, true)]
    public void Only_a_loan_on_the_home_that_does_not_buy_it_can_be_rescinded(LoanPurpose purpose, Occupancy occupancy, bool isRescindable)
    {
        var loan = Files.Loan(applied: null);
        loan.SetTerms(loan.Terms() with { Purpose = purpose, Occupancy = occupancy });

        Assert.Equal(isRescindable, loan.IsRescindable);
    }
}
