namespace CrmStudio.App.Access.Api;

/// <summary>A page of a list, eldest first.</summary>
/// <param name="Items">The records.</param>
/// <param name="Next">What to ask for <c>after</c> to get the next page; null at the end.</param>
public sealed record ApiPageOf<T>(IReadOnlyList<T> Items, Guid? Next);
