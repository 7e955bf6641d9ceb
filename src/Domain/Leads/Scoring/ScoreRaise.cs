namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>Something that would change the score.</summary>
/// <param name="Words">What to do, as an order; or what happens if nothing is done.</param>
/// <param name="Points">By how many points, up or down.</param>
public sealed record ScoreRaise(string Words, int Points);
