namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>What a column of an imported file can hold.</summary>
/// <param name="Name">Stable name: kept with mappings and problems.</param>
/// <param name="Label">As the wizard and its messages call it.</param>
/// <param name="OtherNames">What exports of other systems and spreadsheets call it, between bars; compared without case, spaces and punctuation.</param>
/// <param name="Example">What the sample file shows; null for a field the sample leaves out.</param>
public sealed record ImportField(string Name, string Label, string OtherNames, string? Example);
