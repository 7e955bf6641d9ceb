using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.Queries;

/// <summary>What a MISMO file would write, beside what is there, with everything it would lose.</summary>
public sealed class MismoPreviewQuery(CrmWork work, CurrentMember me, MismoStore store)
{
    /// <param name="LoanId">The loan it is to be written to; a new one when it is null.</param>
    public sealed record Input(Guid FileId, Guid? LoanId);

    public async Task<Outcome<MismoPreview>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.preview", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var file = await unit.Db.MismoFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == input.FileId && f.ReceivedBy == me.Id, ct);
        if (file is null) return Refusal.NotFound;
        var read = await store.ReadAsync(file, ct);
        if (!read.IsDone) return read.Refusal;
        var said = read.Value.Application;

        var loan = input.LoanId is { } id ? await MismoMatching.Writable(unit, me).AsNoTracking().Include(l => l.Pieces).SingleOrDefaultAsync(l => l.Id == id, ct) : null;
        if (input.LoanId is not null && loan is null) return Refusal.NotFound;
        if (loan is { IsOpen: false }) return MismoRefusals.LoanEnded;

        var now = loan is null ? MismoApplication.Empty : (await MismoOfLoan.ReadAsync(unit, loan, ct)).Application;
        return new MismoPreview(
            file.Id, file.FileName, file.Size, file.Sha256, file.LoanId, await MismoMatching.LoansAsync(unit, me, said, ct),
            loan is null ? null : new MismoMatch(loan.Id, loan.Number, loan.BorrowerName, ""), said, now,
            [.. MismoFields.News(said, now).Where(field => loan is null || field.Key != "number")],
            [.. said.People.Select(person => new MismoPreviewPerson(person, MismoMatching.Known(person, now.People), MismoMatching.RoleOn(person, now.People)))],
            [.. said.Pieces().Where(piece => loan is null || (loan.ApplicationOn is null && loan.Pieces.All(known => known.Piece != piece)))],
            loan?.Version ?? 0, SaveDay(said, file), read.Value.Losses);
    }

    private DateOnly SaveDay(MismoApplication said, MismoFile file) => said.ApplicationOn is { } on && on <= me.DayOf(file.ReceivedAt) ? on : me.DayOf(file.ReceivedAt);
}

/// <summary>A file before it is written.</summary>
/// <param name="SavedTo">The loan it was written to already.</param>
/// <param name="Matches">Loans it may be of.</param>
/// <param name="Loan">The loan it is to be written to; null for a new one.</param>
/// <param name="File">What it says.</param>
/// <param name="Now">What is there.</param>
/// <param name="News">Facts that differ.</param>
/// <param name="Pieces">Pieces of the application it would bring.</param>
/// <param name="SeenVersion">Version of the loan; 0 for a new one.</param>
/// <param name="PiecesOn">The day they count as received.</param>
/// <param name="Losses">The loss report.</param>
public sealed record MismoPreview(
    Guid Id, string FileName, long Size, string Sha256, Guid? SavedTo, IReadOnlyList<MismoMatch> Matches, MismoMatch? Loan, MismoApplication File, MismoApplication Now,
    IReadOnlyList<MismoField> News, IReadOnlyList<MismoPreviewPerson> People, IReadOnlyList<ApplicationPiece> Pieces, uint SeenVersion, DateOnly PiecesOn, IReadOnlyList<MismoLoss> Losses);

/// <summary>A person of a file, the one of the loan it is, and what it becomes when it is new.</summary>
public sealed record MismoPreviewPerson(MismoPerson Person, MismoPerson? Known, LoanPartyRole Becomes);
