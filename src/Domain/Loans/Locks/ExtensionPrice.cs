namespace CrmStudio.Domain.Loans.Locks;

/// <summary>What an extension costs.</summary>
/// <param name="Days">Days the lock is moved by.</param>
/// <param name="Points">The price, in percent of the loan.</param>
public sealed record ExtensionPrice(int Days, decimal Points);
