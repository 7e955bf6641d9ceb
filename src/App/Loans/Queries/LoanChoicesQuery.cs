using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Stages, people and branches a list of loans names and offers to choose, in one statement.</summary>
public sealed class LoanChoicesQuery(CrmWork work, CurrentMember me)
{
    private const string Stage = "stage", Person = "member", Branch = "team";

    public async Task<Outcome<LoanChoices>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.choices", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var lines = await db.PipelineStages.Where(stage => db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .Select(stage => new { Kind = Stage, stage.Id, stage.Name, stage.Position, Color = (int?)stage.Color, Probability = (decimal?)stage.Probability, Rots = stage.RotsAfterDays, IsActive = true })
            .Concat(db.Members.Select(member => new { Kind = Person, member.Id, Name = member.FirstName + " " + member.LastName, Position = 0, Color = (int?)null, Probability = (decimal?)null, Rots = (int?)null, IsActive = member.Status == MemberStatus.Active }))
            .Concat(db.Teams.Select(team => new { Kind = Branch, team.Id, team.Name, Position = 0, Color = (int?)null, Probability = (decimal?)null, Rots = (int?)null, IsActive = true }))
            .ToListAsync(ct);

        return new LoanChoices(
            [.. lines.Where(line => line.Kind == Stage).OrderBy(line => line.Position).Select(line => new LoanStageChoice(line.Id, line.Name, line.Position, line.Color!.Value, line.Probability!.Value, line.Rots))],
            [.. lines.Where(line => line.Kind == Person).OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => new LoanPersonChoice(line.Id, line.Name, line.IsActive))],
            [.. lines.Where(line => line.Kind == Branch).OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => new MemberOption(line.Id, line.Name))],
            me.SeesAmounts(), me.May(LoanPermissions.Advance), me.May(LoanPermissions.Edit), me.May(LoanPermissions.Open), me.May(LoanPermissions.Import), me.May(LoanPermissions.Export));
    }
}

/// <summary>What a list of loans names and offers, and what the member may do in it.</summary>
public sealed record LoanChoices(
    IReadOnlyList<LoanStageChoice> Stages, IReadOnlyList<LoanPersonChoice> People, IReadOnlyList<MemberOption> Branches,
    bool SeesAmounts, bool MayMove, bool MayEdit, bool MayOpen, bool MayImport, bool MayExport)
{
    private readonly Dictionary<Guid, LoanStageChoice> stages = Stages.ToDictionary(stage => stage.Id);
    private readonly Dictionary<Guid, LoanPersonChoice> people = People.ToDictionary(person => person.Id);

    /// <summary>The stage, or null when it is gone.</summary>
    public LoanStageChoice? Stage(Guid id) => stages.GetValueOrDefault(id);

    /// <summary>The person's name.</summary>
    public string? Name(Guid? id) => id is { } known ? people.GetValueOrDefault(known)?.Name : null;

    /// <summary>People who may be given work.</summary>
    public IEnumerable<LoanPersonChoice> Active => People.Where(person => person.IsActive);
}

/// <summary>A stage to show and to choose.</summary>
public sealed record LoanStageChoice(Guid Id, string Name, int Position, int Color, decimal Probability, int? RotsAfterDays);

/// <summary>A person to show; to choose while active.</summary>
public sealed record LoanPersonChoice(Guid Id, string Name, bool IsActive);
