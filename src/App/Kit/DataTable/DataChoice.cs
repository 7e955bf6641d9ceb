namespace CrmStudio.App.Kit.DataTable;

/// <summary>One thing to choose.</summary>
public sealed record DataChoice(string Value, string Label);
