using CrmStudio.Domain.Access;

namespace CrmStudio.App.Access.Api;

/// <summary>What a key can be made for. Rooms whose records the API knows register theirs.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Says">What a program can do with it.</param>
public sealed record ApiScope(Permission Permission, string Says);
