namespace CrmStudio.Domain.Access;

/// <summary>What a person writes into a letterhead.</summary>
public sealed record LetterheadText(string? LegalName, string? NmlsId, string? Street, string? Town, string? Phone, string? Web, string Color, string? FinePrint);
