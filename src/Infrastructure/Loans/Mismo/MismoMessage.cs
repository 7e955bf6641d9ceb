using CrmStudio.Domain.Loans.Mismo;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>A file that was read.</summary>
/// <param name="Root">Its first element, MESSAGE.</param>
public sealed record MismoMessage(MismoElement Root);
