namespace CrmStudio.App.Integrations.Imports;

/// <summary>What people call the records of a kind inside a sentence.</summary>
/// <param name="One">"loan".</param>
/// <param name="Many">"loans".</param>
/// <param name="Key">What tells two of them apart: "loan number".</param>
public sealed record ImportNouns(string One, string Many, string Key);
