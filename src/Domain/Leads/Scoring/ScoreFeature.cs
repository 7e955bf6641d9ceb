namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>One input of a score: a number from 0 to 1 that a fact gives.</summary>
/// <param name="Name">Stable name: weights are kept under it.</param>
/// <param name="Reason">Name of the reason it belongs to; inputs of one reason are shown as one line.</param>
/// <param name="Of">The number a lead gives.</param>
public sealed record ScoreFeature(string Name, string Reason, Func<ScoreFacts, double> Of);
