using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>
/// Hands over the mails to borrowers that are due, each with all that is new by then. What is about to leave is written down first:
/// if the app dies over it, the mail is in doubt and the officer is told, but nobody gets it twice.
/// </summary>
public sealed class SendDueNotices(CrmWork work, CurrentMember me, IMailer mailer, CrmSettings settings)
{
    /// <returns>How many left.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        var doubted = await DoubtAsync(ct);
        if (!doubted.IsDone) return doubted.Refusal;
        while (true)
        {
            var taken = await TakeAsync(ct);
            if (!taken.IsDone) return taken.Refusal;
            if (taken.Value is { IsNone: true }) return sent;
            if (taken.Value.Mail is not { } mail) continue;

            string? problem = null;
            try
            {
                await mailer.DeliverAsync(mail, ct);
            }
            catch (Exception failed) when (!ct.IsCancellationRequested)
            {
                problem = failed.Message;
            }
            var settled = await SettleAsync(taken.Value, problem, ct);
            if (!settled.IsDone) return settled.Refusal;
            if (problem is null) sent++;
        }
    }

    /// <summary>What was handed over by somebody who is gone.</summary>
    private async Task<Outcome> DoubtAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.doubt-notices", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var startedBefore = unit.At - BorrowerNotice.HandOver;
        var lost = await unit.Db.BorrowerNotices.Where(notice => notice.Status == NoticeStatus.Sending && notice.StartedAt < startedBefore).ToListAsync(ct);
        if (lost.Count == 0) return Outcome.Done;
        foreach (var notice in lost)
        {
            notice.Doubt();
            await PaperTold.OfficersAsync(unit, notice.LoanId, name => $"A mail to {name} may not have left", Guid.Empty, ct);
        }
        return await unit.SaveAsync(ct);
    }

    private async Task<Outcome<Taken>> TakeAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.start-notice", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var notice = await db.BorrowerNotices.Where(one => one.Status == NoticeStatus.Planned && one.DueAt <= unit.At).OrderBy(one => one.DueAt).ThenBy(one => one.Id).FirstOrDefaultAsync(ct);
        if (notice is null) return Taken.None;

        var loan = await db.Loans.AsNoTracking().SingleAsync(one => one.Id == notice.LoanId, ct);
        var list = await db.DocumentRequests.AsNoTracking().Where(request => request.LoanId == loan.Id && request.FromBorrower).OrderBy(request => request.Position).ToListAsync(ct);
        var told = list.Where(request => request.IsAwaited && (request.HasNews || notice.IsReminder)).ToList();
        var address = await BorrowerAddress.OfAsync(unit, loan.Id, ct);
        Mail? mail = null;
        if (!loan.IsOpen || told.Count == 0) notice.Drop("Nothing was left to say.");
        else if (address is null)
        {
            notice.Drop("The borrower has no e-mail address.");
            await PaperTold.OfficersAsync(unit, loan.Id, name => $"{name} has no e-mail address to ask for documents", Guid.Empty, ct);
        }
        else
        {
            var organization = await db.Organizations.AsNoTracking().SingleAsync(one => one.Id == me.OrgId, ct);
            var officer = loan.OfficerId is { } id ? await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, ct) : null;
            var secret = MakeBorrowerLink.NewSecret();
            var words = new NoticeWords(organization.Name, officer, told, me.DayOf(unit.At));
            db.BorrowerLinks.Add(new BorrowerLink(loan.Id, secret, address, Guid.Empty, unit.At));
            notice.Start(address, words.Subject, words.Text("(the borrower's own link)"), told.Count, unit.At);
            mail = new Mail(address, words.Subject, words.Text(MakeBorrowerLink.Address(settings, me.OrgId, secret).ToString()), organization.IsDemo);
        }
        var saved = await unit.SaveAsync(ct);
        // Another node took it first: look for the next one.
        return saved.IsDone ? new Taken(notice.Id, loan.Id, mail, [.. told.Select(request => request.Id)]) : saved.Refusal == Refusal.ChangedMeanwhile ? new Taken(notice.Id, loan.Id, null, []) : saved.Refusal;
    }

    private async Task<Outcome> SettleAsync(Taken taken, string? problem, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.send-notice", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var notice = await db.BorrowerNotices.SingleAsync(one => one.Id == taken.NoticeId, ct);
        if (problem is not null)
        {
            notice.NotSent(problem, unit.At);
            if (notice.Status == NoticeStatus.Failed) await PaperTold.OfficersAsync(unit, taken.LoanId, name => $"A mail to {name} could not be sent", Guid.Empty, ct);
            return await unit.SaveAsync(ct);
        }
        notice.Sent(unit.At);
        foreach (var request in await db.DocumentRequests.Where(request => taken.Told.Contains(request.Id)).ToListAsync(ct)) request.Told(unit.At);
        db.Activities.Add(new Activity(LoanTables.Loans, taken.LoanId, ActivityKind.System, $"The borrower was mailed about {PaperWords.Count(taken.Told.Length, "document")}", null, unit.At));
        return await unit.SaveAsync(ct);
    }

    /// <summary>A notice taken in hand.</summary>
    private sealed record Taken(Guid NoticeId, Guid LoanId, Mail? Mail, Guid[] Told)
    {
        public static Taken None { get; } = new(Guid.Empty, Guid.Empty, null, []);

        public bool IsNone => NoticeId == Guid.Empty;
    }
}
