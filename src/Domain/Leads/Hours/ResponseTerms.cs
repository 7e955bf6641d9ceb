using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>What is promised to who asks, in minutes of the organization's working hours. Null means nothing is.</summary>
/// <param name="Minutes">To the first attempt to reach the person.</param>
/// <param name="HotMinutes">The same for hot leads, where it is less.</param>
/// <param name="EscalateAfter">After the promise is broken, until who leads the owner is told.</param>
/// <param name="ReassignAfter">After the promise is broken, until the lead goes to somebody else.</param>
public sealed record ResponseTerms(int? Minutes, int? HotMinutes, int? EscalateAfter, int? ReassignAfter)
{
    /// <summary>Most minutes of any part: ten working days of eight hours.</summary>
    public const int MaxMinutes = 4_800;

    /// <summary>How often one lead is taken from a silent owner before people decide.</summary>
    public const int MostReassignments = 3;

    /// <summary>Nothing is promised.</summary>
    public ResponseTerms()
        : this(null, null, null, null)
    {
    }

    /// <summary>Nothing is promised.</summary>
    public static ResponseTerms None { get; } = new();

    /// <summary>What is promised for a score; null where nothing is.</summary>
    public TimeSpan? For(LeadBand? band) => (band == LeadBand.Hot ? HotMinutes ?? Minutes : Minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>Refuses what cannot be kept.</summary>
    public Outcome Check()
    {
        if (Wrong(Minutes, 1) || (Minutes is null && (HotMinutes ?? EscalateAfter ?? ReassignAfter) is not null)) return Refusal.Invalid(nameof(Minutes), $"Promise an answer within 1 to {MaxMinutes:N0} minutes, or nothing at all.");
        if (Wrong(HotMinutes, 1) || HotMinutes > Minutes) return Refusal.Invalid(nameof(HotMinutes), "Hot leads are answered sooner than others, not later.");
        if (Wrong(EscalateAfter, 0)) return Refusal.Invalid(nameof(EscalateAfter), $"Tell somebody after 0 to {MaxMinutes:N0} minutes.");
        if (Wrong(ReassignAfter, 0)) return Refusal.Invalid(nameof(ReassignAfter), $"Give the lead to somebody else after 0 to {MaxMinutes:N0} minutes.");
        return Outcome.Done;
    }

    private static bool Wrong(int? minutes, int least) => minutes < least || minutes > MaxMinutes;
}
