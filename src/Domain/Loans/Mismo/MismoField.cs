namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>One fact an import can write or leave.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Group">Under which heading it stands.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Of">Its value in an application; null where there is none.</param>
/// <param name="Take">An application with this fact of another.</param>
public sealed record MismoField(string Key, string Group, string Label, Func<MismoApplication, object?> Of, Func<MismoApplication, MismoApplication, MismoApplication> Take);
