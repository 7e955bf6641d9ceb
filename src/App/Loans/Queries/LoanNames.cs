using CrmStudio.Domain.Pipelines;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Stages, ways out, people and branches of an organization: what lists of loans name. One copy serves every page that is open.</summary>
public sealed record LoanNames(IReadOnlyList<LoanStageChoice> Stages, IReadOnlyList<LoanBoardEnding> Endings, IReadOnlyList<LoanPersonChoice> People, IReadOnlyList<MemberOption> Branches)
{
    private readonly Dictionary<Guid, LoanStageChoice> stages = Stages.ToDictionary(stage => stage.Id);
    private readonly Dictionary<Guid, LoanPersonChoice> people = People.ToDictionary(person => person.Id);

    /// <summary>The stage, or null when it is gone.</summary>
    public LoanStageChoice? Stage(Guid id) => stages.GetValueOrDefault(id);

    /// <summary>The person's name.</summary>
    public string? Name(Guid? id) => id is { } known ? people.GetValueOrDefault(known)?.Name : null;
}

/// <summary>A stage to show and to choose.</summary>
public sealed record LoanStageChoice(Guid Id, string Name, int Position, int Color, decimal Probability, int? RotsAfterDays, Milestone Milestone);

/// <summary>A person to show; to choose while active.</summary>
public sealed record LoanPersonChoice(Guid Id, string Name, bool IsActive);
