using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Shell.Search;

/// <summary>A room that shows its records in the search. It alone decides which of them the member may see.</summary>
public interface IFindRecords
{
    /// <summary>What the group of results is called: "Loans".</summary>
    string Heading { get; }

    /// <summary>Smaller is asked and shown first. Tens, so that rooms can squeeze in.</summary>
    int Order => 10;

    /// <summary>Finds records the member may see, best first.</summary>
    /// <param name="unit">The unit of work the search runs in.</param>
    /// <param name="matches">What is looked for.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="ct">Cancels the search.</param>
    Task<IReadOnlyList<FoundRecord>> FindAsync(CrmUnit unit, RecordMatches matches, int most, CancellationToken ct);
}
