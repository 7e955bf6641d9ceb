using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>What a list of loans names and offers to choose, in one statement; then kept until one of the names changes.</summary>
public sealed class LoanChoicesQuery(CrmWork work, CurrentMember me, KeptReads kept)
{
    private const string Stage = "stage", Ending = "ending", Person = "member", Branch = "team";
    private static readonly string[] tables = ["pipelines", "pipeline_stages", "pipeline_endings", "members", "teams"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(10);

    public async Task<Outcome<LoanChoices>> ReadAsync(CancellationToken ct)
    {
        var names = me.May(LoanPermissions.Read)
            ? await kept.ReadAsync(me.OrgId, nameof(LoanNames), tables, keptFor, () => NamesAsync(CancellationToken.None), read => read.IsDone)
            : Refusal.NotAllowed;
        if (!names.IsDone) names = await NamesAsync(ct);   // a refusal is about who reads
        if (!names.IsDone) return names.Refusal;

        return new LoanChoices(
            names.Value, me.SeesAmounts(), me.May(LoanPermissions.Advance), me.May(LoanPermissions.Edit), me.May(LoanPermissions.Open), me.May(LoanPermissions.Import), me.May(LoanPermissions.Export));
    }

    private async Task<Outcome<LoanNames>> NamesAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.choices", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var ofLoans = db.Pipelines.Where(pipeline => pipeline.Kind == PipelineKind.Loan);
        var lines = await db.PipelineStages.Where(stage => ofLoans.Any(pipeline => pipeline.Id == stage.PipelineId))
            .Select(stage => new { Kind = Stage, stage.Id, stage.Name, stage.Position, Color = (int?)stage.Color, Probability = (decimal?)stage.Probability, Rots = stage.RotsAfterDays, Word = (string?)stage.Milestone.ToString(), Is = true })
            .Concat(db.PipelineEndings.Where(ending => ofLoans.Any(pipeline => pipeline.Id == ending.PipelineId))
                .Select(ending => new { Kind = Ending, ending.Id, ending.Name, ending.Position, Color = (int?)null, Probability = (decimal?)null, Rots = (int?)null, Word = (string?)ending.Kind.ToString(), Is = ending.NeedsReason }))
            .Concat(db.Members.Select(member => new { Kind = Person, member.Id, Name = member.FirstName + " " + member.LastName, Position = 0, Color = (int?)null, Probability = (decimal?)null, Rots = (int?)null, Word = (string?)null, Is = member.Status == MemberStatus.Active }))
            .Concat(db.Teams.Select(team => new { Kind = Branch, team.Id, team.Name, Position = 0, Color = (int?)null, Probability = (decimal?)null, Rots = (int?)null, Word = (string?)null, Is = true }))
            .ToListAsync(ct);

        return new LoanNames(
            [.. lines.Where(line => line.Kind == Stage).OrderBy(line => line.Position).Select(line => new LoanStageChoice(line.Id, line.Name, line.Position, line.Color!.Value, line.Probability!.Value, line.Rots, Enum.Parse<Milestone>(line.Word!)))],
            [.. lines.Where(line => line.Kind == Ending).OrderBy(line => line.Position).Select(line => new LoanBoardEnding(line.Id, line.Name, Enum.Parse<EndingKind>(line.Word!), line.Is))],
            [.. lines.Where(line => line.Kind == Person).OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => new LoanPersonChoice(line.Id, line.Name, line.Is))],
            [.. lines.Where(line => line.Kind == Branch).OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => new MemberOption(line.Id, line.Name))]);
    }
}

/// <summary>What a list of loans names and offers, and what the member may do in it.</summary>
public sealed record LoanChoices(LoanNames Names, bool SeesAmounts, bool MayMove, bool MayEdit, bool MayOpen, bool MayImport, bool MayExport)
{
    public IReadOnlyList<LoanStageChoice> Stages => Names.Stages;

    public IReadOnlyList<LoanPersonChoice> People => Names.People;

    public IReadOnlyList<MemberOption> Branches => Names.Branches;

    /// <summary>People who may be given work.</summary>
    public IEnumerable<LoanPersonChoice> Active => People.Where(person => person.IsActive);

    /// <summary>The stage, or null when it is gone.</summary>
    public LoanStageChoice? Stage(Guid id) => Names.Stage(id);

    /// <summary>The person's name.</summary>
    public string? Name(Guid? id) => Names.Name(id);
}
