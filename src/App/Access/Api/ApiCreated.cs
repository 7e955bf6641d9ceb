namespace CrmStudio.App.Access.Api;

/// <summary>That a record was made, or that what was sent joined one.</summary>
/// <param name="Id">The record.</param>
/// <param name="ContactId">The person it is about; null where it is the person or a company.</param>
/// <param name="IsNew">False where it joined a record that was there.</param>
public sealed record ApiCreated(Guid Id, Guid? ContactId, bool IsNew);
