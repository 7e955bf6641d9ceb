using System.Text.Json;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Qualifying.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.UseCases;

/// <summary>Writes what was chosen of a MISMO file to a new loan or to one that is there, as one change that can be undone.</summary>
public sealed class SaveMismo(CrmWork work, CurrentMember me, MismoStore store, LoanGates gates)
{
    /// <param name="LoanId">The loan to write to; a new one when it is null.</param>
    /// <param name="SeenVersion">The version of it the person was looking at; a newer one refuses. Not asked of a new one.</param>
    /// <param name="Chosen">Keys of the facts to take.</param>
    /// <param name="People">Keys of the people to add.</param>
    /// <param name="TakesPieces">Whether the pieces of the application count as received.</param>
    public sealed record Input(Guid FileId, Guid? LoanId, uint SeenVersion, IReadOnlySet<string> Chosen, IReadOnlySet<Guid> People, bool TakesPieces);

    public async Task<Outcome<SavedMismo>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.save", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts() || (input.LoanId is null && !me.May(LoanPermissions.Open))) return Refusal.NotAllowed;

        var file = await unit.Db.MismoFiles.SingleOrDefaultAsync(f => f.Id == input.FileId && f.ReceivedBy == me.Id, ct);
        if (file is null) return Refusal.NotFound;
        if (file.LoanId is not null) return MismoRefusals.SavedAlready;
        var read = await store.ReadAsync(file, ct);
        if (!read.IsDone) return read.Refusal;

        var target = await TargetAsync(unit, input, read.Value.Application, ct);
        if (!target.IsDone) return target.Refusal;
        var (loan, there) = target.Value;
        var chosen = input.Chosen.Intersect(read.Value.Application.Says).ToHashSet(StringComparer.Ordinal);
        var merged = MismoFields.Merge(there.Application, read.Value.Application, chosen);
        var gate = await gates.OpenAsync(unit, [loan], ct);
        if (gate.Closing(loan, merged.ClosingOn) is { } barred) return await gate.RefuseAsync(barred, ct);
        if (input.LoanId is not null && await LockDesk.RefuseAsync(unit, me, loan, (loan.LockedOn, loan.LockExpiresOn), merged.Sheet.Terms.NoteRate, ct) is { } kept) return kept;
        if (loan.SetTerms(merged.Sheet.Terms) is { IsDone: false } terms) return terms.Refusal;
        if (input.TakesPieces && Receive(unit, loan, read.Value.Application, file) is { } piece) return piece;
        // The clock of a new loan begins with its pieces: nothing was saved that a rule could be broken with.
        if (input.LoanId is null && (await gates.OpenAsync(unit, [loan], ct)).Closing(loan, merged.ClosingOn) is { } tooEarly) return tooEarly;
        loan.CloseOn(merged.ClosingOn);

        if (input.LoanId is null) unit.Db.Loans.Add(loan);
        loan.LocateProperty(merged.Address, merged.City, merged.State, merged.Zip);
        var parties = await PeopleAsync(unit, input, loan, there.Application, read.Value.Application, ct);
        if (there.Write(unit, chosen, merged, parties) is { } wrong) return wrong;

        unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"took {file.FileName} over (MISMO 3.4)", me.Id, unit.At));
        if (file.Save(loan.Id, JsonSerializer.Serialize(read.Value.Losses), unit.At) is { IsDone: false } twice) return twice.Refusal;
        var summary = input.LoanId is null ? $"Opened the loan of {loan.BorrowerName} from {file.FileName}" : $"Wrote {file.FileName} to the loan of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: rule => rule.Contains("number", StringComparison.Ordinal) ? LoanRefusals.NumberTaken(loan.Number) : Refusal.ChangedMeanwhile);
        return saved.IsDone ? new SavedMismo(loan.Id, new(summary, unit.UndoId)) : saved.Refusal;
    }

    /// <summary>The loan that is written to: not added yet when it is new, so that a refusal of the clocks is saved alone.</summary>
    private async Task<Outcome<(Loan Loan, MismoOfLoan There)>> TargetAsync(CrmUnit unit, Input input, MismoApplication file, CancellationToken ct)
    {
        if (input.LoanId is { } id)
        {
            var known = await MismoMatching.Writable(unit, me).Include(l => l.Pieces).Include(l => l.Parties).SingleOrDefaultAsync(l => l.Id == id, ct);
            if (known is null) return Refusal.NotFound;
            if (!known.IsOpen) return MismoRefusals.LoanEnded;
            return known.Version == input.SeenVersion ? (known, await MismoOfLoan.ReadAsync(unit, known, ct)) : Refusal.ChangedMeanwhile;
        }
        if (file.People.FirstOrDefault(person => person.IsBorrower) is not { } borrower) return MismoRefusals.NoBorrower;
        var stage = await unit.Db.PipelineStages.Where(s => unit.Db.Pipelines.Any(p => p.Id == s.PipelineId && p.Kind == PipelineKind.Loan)).OrderBy(s => s.Position).FirstAsync(ct);
        var number = input.Chosen.Contains("number") ? file.Number : null;
        var loan = Loan.Open(number ?? await LoanNumbers.NextAsync(unit, me, ct), borrower.Name, stage, me.Id, by: me.Id, at: unit.At);
        loan.Reach(stage.Milestone, me.DayOf(unit.At));
        return (loan, new MismoOfLoan(MismoApplication.Empty, await WorksheetReading.RowsAsync(unit, loan.Id, ct), null));
    }

    /// <summary>Notes the pieces that came. A loan whose application was taken elsewhere is left alone.</summary>
    private Refusal? Receive(CrmUnit unit, Loan loan, MismoApplication file, MismoFile from)
    {
        if (loan.ApplicationOn is not null) return null;
        var at = file.ApplicationOn is { } on && on <= me.DayOf(from.ReceivedAt) ? me.StartOf(on) : from.ReceivedAt;
        foreach (var piece in file.Pieces().Where(piece => loan.Pieces.All(known => known.Piece != piece)).ToList())
            if (loan.Receive(piece, at, by: me.Id, at: unit.At, me.DayOf) is { IsDone: false } wrong) return wrong.Refusal;
        return null;
    }

    /// <summary>Adds the people that were chosen. The same person by e-mail is not entered twice.</summary>
    /// <returns>Parties of the loan by the keys of the file.</returns>
    private async Task<Dictionary<Guid, Guid>> PeopleAsync(CrmUnit unit, Input input, Loan loan, MismoApplication there, MismoApplication file, CancellationToken ct)
    {
        var mails = file.People.Select(person => person.Email).OfType<string>().Select(EmailAddress.Normalize).ToArray();
        var known = (await unit.Db.Contacts.Where(contact => mails.Contains(contact.EmailKey!)).OrderBy(contact => contact.CreatedAt).ToListAsync(ct)).DistinctBy(contact => contact.EmailKey).ToDictionary(contact => contact.EmailKey!);
        var parties = new Dictionary<Guid, Guid>();
        foreach (var person in file.People)
        {
            if (MismoMatching.Known(person, there.People) is { } same) parties[person.Key] = same.Key;
            else if (input.People.Contains(person.Key))
            {
                if (person.Email is null || !known.TryGetValue(EmailAddress.Normalize(person.Email), out var contact))
                {
                    contact = new Contact(person.FirstName, person.LastName) { OwnerId = me.Id };
                    contact.ReachBy(person.Email, person.Phone);
                    unit.Db.Contacts.Add(contact);
                    if (contact.EmailKey is { } key) known[key] = contact;
                }
                parties[person.Key] = loan.AddParty(contact.Id, contact.Name, MismoMatching.RoleOn(person, there.People)).Id;
            }
        }
        return parties;
    }
}

/// <summary>A file that was written.</summary>
public sealed record SavedMismo(Guid LoanId, Changed Changed);
