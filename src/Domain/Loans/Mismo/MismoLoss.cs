namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>One line of a loss report: something a file and a loan cannot both say.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Path">Where it stands: a path of elements for what came in, a fact in our words for what goes out.</param>
/// <param name="Count">How often.</param>
/// <param name="Sample">The first value, shortened; null where there is none to show, or none may be shown.</param>
/// <param name="Why">The reason, as the rest of a sentence; null where there is simply no place for it.</param>
/// <param name="Line">Line of the file it first stands on; 0 for what goes out.</param>
public sealed record MismoLoss(MismoLossKind Kind, string Path, int Count, string? Sample, string? Why, int Line);
