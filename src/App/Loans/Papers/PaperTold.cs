using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Tells those who work a loan what happened to its documents.</summary>
internal static class PaperTold
{
    /// <summary>Adds a notification for officer and processor, unless they did it themselves, or have the same words unread already.</summary>
    /// <param name="unit">The unit; the caller saves.</param>
    /// <param name="loanId">The loan.</param>
    /// <param name="words">What is said, from the borrower's name.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="href">Where it leads; the loan's documents, unless said.</param>
    public static async Task OfficersAsync(CrmUnit unit, Guid loanId, Func<string, string> words, Guid by, CancellationToken ct, string? href = null)
    {
        var loan = await unit.Db.Loans.AsNoTracking().Where(one => one.Id == loanId).Select(one => new { one.BorrowerName, one.OfficerId, one.ProcessorId }).SingleOrDefaultAsync(ct);
        if (loan is null) return;
        var (text, place) = (words(loan.BorrowerName), href ?? LoanUrls.For(loanId, PaperUrls.DocumentsTab));
        foreach (var member in new[] { loan.OfficerId, loan.ProcessorId }.OfType<Guid>().Distinct().Where(member => member != by))
            if (!await unit.Db.Notifications.AnyAsync(one => one.MemberId == member && one.ReadAt == null && one.Href == place && one.Text == text, ct))
                unit.Db.Notifications.Add(new Notification(member, text, place, unit.At));
    }
}
