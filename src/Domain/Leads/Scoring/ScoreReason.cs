namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>One line of an explanation.</summary>
/// <param name="Reason">Name of the reason; empty for the first line, which says what an average lead has.</param>
/// <param name="Words">In words.</param>
/// <param name="Points">Whole points it adds, or takes. All lines together are the score.</param>
public sealed record ScoreReason(string Reason, string Words, int Points);
