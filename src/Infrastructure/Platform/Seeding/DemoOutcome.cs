using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What the domain answers while the demo is told to it. A refusal is a fault of the demo and ends the load.</summary>
internal static class DemoOutcome
{
    /// <summary>It was done.</summary>
    /// <exception cref="InvalidOperationException">The domain refused.</exception>
    public static void Must(Outcome outcome)
    {
        if (!outcome.IsDone) throw Broken(outcome.Refusal);
    }

    /// <summary>It was done, and gave this.</summary>
    /// <exception cref="InvalidOperationException">The domain refused.</exception>
    public static T Must<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw Broken(outcome.Refusal);

    private static InvalidOperationException Broken(Refusal refusal) => new($"The demo breaks a rule of the domain: {refusal.Message}");
}
