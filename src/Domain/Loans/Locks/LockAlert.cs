using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>Remembers that people were told of a lock's end, so that they are told once.</summary>
public sealed class LockAlert : Entity
{
    private LockAlert() { }

    /// <summary>People were told.</summary>
    public LockAlert(Guid loanId, DateOnly expiresOn, int step, DateTimeOffset at) => (LoanId, ExpiresOn, Step, ToldAt) = (loanId, expiresOn, step, at);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The last day they were told of: an extension begins the ladder anew.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>The step of the ladder, in days before the end.</summary>
    public int Step { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ToldAt { get; private set; }
}
