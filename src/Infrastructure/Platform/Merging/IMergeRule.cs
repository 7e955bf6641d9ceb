using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>
/// What a room says about two of its rows of which only one can be, because the records they hang on become one: which stays, and what it learns from the
/// other. Without a rule the survivor's stays as it is.
/// </summary>
public interface IMergeRule
{
    /// <summary>The rows the rule is about.</summary>
    Type Of { get; }

    /// <summary>The row that stays.</summary>
    Entity Keep(Entity survivors, Entity losers);

    /// <summary>What it learns from the other.</summary>
    void Learn(Entity kept, Entity gone);
}
