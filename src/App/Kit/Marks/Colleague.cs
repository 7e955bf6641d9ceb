namespace CrmStudio.App.Kit.Marks;

/// <summary>Somebody who has the same record open.</summary>
/// <param name="Name">Their name.</param>
/// <param name="IsEditing">Whether their form is open.</param>
public sealed record Colleague(string Name, bool IsEditing);
