namespace CrmStudio.App.Loans.Views;

/// <summary>Groups of conditions: all groups must hold, and of each group at least one condition.</summary>
public sealed record LoanFilter(params IReadOnlyList<IReadOnlyList<LoanCondition>> Groups)
{
    private const int MaxGroups = 20, MaxConditions = 20;

    /// <summary>Nothing narrowed.</summary>
    public static LoanFilter None { get; } = new();

    /// <summary>Every condition, in the order of the chips.</summary>
    public IEnumerable<LoanCondition> Conditions => Groups.SelectMany(group => group);

    /// <summary>Whether it says nothing of the loans' state: then it is about what the board shows.</summary>
    public bool IsAboutOpenLoans => Conditions.All(condition => condition.Field != LoanField.State);

    /// <summary>Whether it asks for the loans of a few people: so few that they are best found by their people.</summary>
    public bool IsAboutFewPeople => Groups.Any(group => group.All(condition =>
        condition is { Field: LoanField.Officer or LoanField.Processor, Operator: LoanOperator.Is, Values.Count: <= 3 } && !condition.Values.Contains(LoanCondition.Nobody)));

    /// <summary>A filter of one condition per group.</summary>
    public static LoanFilter Of(params IEnumerable<LoanCondition> conditions) => new([.. conditions.Select(condition => (IReadOnlyList<LoanCondition>)[condition])]);

    /// <summary>The groups as they stand in an address, one text each.</summary>
    public IReadOnlyList<string> ToTexts() => [.. Groups.Select(group => string.Join('|', group))];

    /// <summary>Reads groups out of an address. What is not understood is left out.</summary>
    public static LoanFilter Parse(IEnumerable<string>? texts)
    {
        var groups = (texts ?? []).Take(MaxGroups)
            .Select(text => (IReadOnlyList<LoanCondition>)[.. text.Split('|').Take(MaxConditions).Select(LoanCondition.Parse).OfType<LoanCondition>()])
            .Where(group => group.Count > 0).ToList();
        return groups.Count == 0 ? None : new LoanFilter(groups);
    }

    /// <summary>With one condition more, in a group of its own.</summary>
    public LoanFilter And(LoanCondition condition) => new([.. Groups, [condition]]);

    /// <summary>With a condition exchanged.</summary>
    public LoanFilter Replace(LoanCondition old, LoanCondition now) => new([.. Groups.Select(group => (IReadOnlyList<LoanCondition>)[.. group.Select(condition => ReferenceEquals(condition, old) ? now : condition)])]);

    /// <summary>Without a condition.</summary>
    public LoanFilter Without(LoanCondition gone) => Without(condition => ReferenceEquals(condition, gone));

    /// <summary>Without the conditions of a kind.</summary>
    public LoanFilter Without(Func<LoanCondition, bool> gone) =>
        new([.. Groups.Select(group => (IReadOnlyList<LoanCondition>)[.. group.Where(condition => !gone(condition))]).Where(group => group.Count > 0)]);

    /// <summary>Turns the word before a condition: "and" becomes "or", and back. The first has none.</summary>
    public LoanFilter TurnJoin(LoanCondition second)
    {
        var groups = Groups.Select(group => group.ToList()).ToList();
        var at = groups.FindIndex(group => group.Exists(condition => ReferenceEquals(condition, second)));
        if (at < 0) return this;

        var place = groups[at].FindIndex(condition => ReferenceEquals(condition, second));
        if (place > 0)
        {
            groups.Insert(at + 1, groups[at][place..]);
            groups[at].RemoveRange(place, groups[at].Count - place);
        }
        else if (at > 0)
        {
            groups[at - 1].AddRange(groups[at]);
            groups.RemoveAt(at);
        }
        return new([.. groups]);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(" & ", ToTexts());
}
