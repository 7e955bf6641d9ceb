namespace CrmStudio.Infrastructure.Access;

/// <summary>More people sign in at this moment than the node can check.</summary>
public sealed class PasswordGateFullException() : Exception("Too many passwords wait to be checked.");
