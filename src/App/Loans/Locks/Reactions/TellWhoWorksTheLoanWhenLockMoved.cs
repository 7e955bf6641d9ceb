using CrmStudio.App.Loans.Papers;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Locks.Reactions;

/// <summary>Tells officer and processor what became of a lock; not who did it.</summary>
public sealed class TellWhoWorksTheLoanWhenLockMoved : IReaction<LockMoved>
{
    public Task RunAsync(LockMoved happened, CrmUnit unit, CancellationToken ct) =>
        PaperTold.OfficersAsync(unit, happened.LoanId, borrower => $"{borrower}: {happened.What}", happened.By, ct, LockUrls.For(happened.LoanId));
}
