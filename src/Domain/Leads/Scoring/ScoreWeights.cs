namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>
/// What every input counts, in log-odds, and what an average lead gives. The chance of becoming a loan is the logistic function of
/// <c>Intercept + Σ weight × input</c>.
/// </summary>
/// <param name="Intercept">Log-odds of a lead that gives 0 everywhere.</param>
/// <param name="Weights">One for each of <see cref="ScoreFeatures.All"/>, in that order.</param>
/// <param name="Means">What an average lead gives for each.</param>
public sealed record ScoreWeights(double Intercept, IReadOnlyList<double> Weights, IReadOnlyList<double> Means)
{
    /// <summary>
    /// The published prior, in force until an organization has enough closed leads of its own. Our own judgement, directions after engines.md: who is sent or
    /// comes back leads, bought names trail, and whoever answers, says when, or asks for a pre-approval is worth a call now.
    /// </summary>
    public static ScoreWeights Prior { get; } = new(
        -1.75,
        [1.1, 1.2, 0.2, -0.2, 0.0, 0.5, -0.3, -1.0,   1.2, 0.7, 0.1, -0.7,   0.9, 0.3, 0.2,   0.3,   0.4, -2.0,   -1.5,   0.9, 1.0, -0.9, 0.5, 0.3, 0.9],
        [0.31, 0.15, 0.24, 0.22, 0.03, 0.03, 0.01, 0.01,   0.1, 0.2, 0.15, 0.15,   0.15, 0.5, 0.25,   0.4,   0.7, 0.01,   0.03,   0.4, 0.2, 0.15, 0.1, 0.15, 0.5]);

    /// <summary>Log-odds of an average lead.</summary>
    public double AtAverage => Intercept + Weights.Zip(Means, (weight, mean) => weight * mean).Sum();

    /// <summary>Log-odds of a lead.</summary>
    public double LogOdds(IReadOnlyList<double> inputs) => Intercept + Weights.Zip(inputs, (weight, input) => weight * input).Sum();

    /// <summary>The chance for log-odds, 0 to 1.</summary>
    public static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
