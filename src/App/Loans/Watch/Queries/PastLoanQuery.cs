using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.Queries;

/// <summary>One funded loan: every number of its comparison with its way, what was entered since, and whom a message could go to.</summary>
public sealed class PastLoanQuery(CrmWork work, CurrentMember me, WatchDesk desk)
{
    public async Task<Outcome<PastLoan>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.read", WatchPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, WatchPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        var result = loan is null ? null : await db.WatchResults.AsNoTracking().SingleOrDefaultAsync(r => r.LoanId == loanId, ct);
        if (loan is null || result is null) return Refusal.NotFound;

        var watch = await db.LoanWatches.AsNoTracking().SingleOrDefaultAsync(w => w.LoanId == loanId, ct);
        var people = await desk.PeopleAsync(unit, [loan], new Dictionary<Guid, WatchResult> { [loanId] = result }, ct);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        return new PastLoan(
            loanId, loan.Number, loan.BorrowerName, result.Verdict, result.Reason, result.Gain, result.Known.On, RefinanceComparison.Of(result.Known).Figures,
            watch?.Value, watch?.ValueOn, watch?.ValueSource, watch?.StoppedReason, me.DayOf(unit.At),
            [.. people.Select(person => new PastPerson(
                person.Contact.Id, person.Contact.Name, person.Contact.Email, person.Draft.Refusal?.Message,
                [.. person.Consents.Select(consent => new ConsentLine(consent.Id, consent.Channel, consent.Purpose, consent.IsGiven, consent.At, consent.Method, consent.Shown, consent.Evidence, consent.Reach, NameOf(consent.RecordedBy)))],
                [.. person.Messages.OrderByDescending(message => message.CreatedAt).Select(message => new MessageLine(message.Id, message.Subject, message.Text, message.Address, message.State, message.DueAt, message.SentAt, message.Answer, NameOf(message.ReviewedBy)))]))],
            await db.Loans.VisibleTo(me, WatchPermissions.Work).AnyAsync(l => l.Id == loanId, ct), await db.Loans.VisibleTo(me, ContactPermissions.RecordConsent).AnyAsync(l => l.Id == loanId, ct));

        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "A former colleague") : null;
    }
}

/// <summary>A funded loan under watch.</summary>
/// <param name="ComparedOn">The day its numbers are of: nothing has changed since.</param>
public sealed record PastLoan(
    Guid LoanId, string Number, string Borrower, WatchVerdict Verdict, string Reason, decimal? Gain, DateOnly ComparedOn, IReadOnlyList<Figure> Figures,
    decimal? Value, DateOnly? ValueOn, string? ValueSource, string? StoppedReason, DateOnly Today, IReadOnlyList<PastPerson> People, bool MayWork, bool MayRecordConsent);

/// <summary>A borrower.</summary>
/// <param name="WhyNoDraft">Why no message can be drafted; null where one can.</param>
public sealed record PastPerson(Guid ContactId, string Name, string? Email, string? WhyNoDraft, IReadOnlyList<ConsentLine> Consents, IReadOnlyList<MessageLine> Messages);

/// <summary>Something a borrower said about being reached.</summary>
public sealed record ConsentLine(Guid Id, ConsentChannel Channel, ConsentPurpose Purpose, bool IsGiven, DateTimeOffset At, ConsentMethod Method, string Shown, string Evidence, string Reach, string? RecordedBy);

/// <summary>A message to a borrower.</summary>
public sealed record MessageLine(Guid Id, string Subject, string Text, string Address, UpdateState State, DateTimeOffset? DueAt, DateTimeOffset? SentAt, string? Answer, string? ReviewedBy);
