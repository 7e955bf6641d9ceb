using System.Diagnostics;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Loans.Import;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Testing.Imports;

/// <summary>Imports files of loans by a process that is killed at random offsets and started again, and compares what is there with what must be.</summary>
/// <param name="appString">The app role's way to the database.</param>
/// <param name="org">An organization without loans and contacts.</param>
/// <param name="asMember">A scope in which somebody acts who imports for the organization.</param>
/// <param name="asSystem">A scope in which the system acts there.</param>
/// <param name="chance">Where the process dies.</param>
public sealed class ImportKills(string appString, Guid org, Func<Task<AsyncServiceScope>> asMember, Func<AsyncServiceScope> asSystem, Random chance)
{
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(10), patience = TimeSpan.FromMinutes(5);
    private ImportHand? hand;
    private TimeSpan chunk = TimeSpan.FromMilliseconds(200);   // how long one takes; known better after the first phase
    private int audited;   // by files before this one

    /// <summary>Deaths while rows were being worked on.</summary>
    public int Kills { get; private set; }

    /// <summary>Most time from starting a new process to having the import in hand again.</summary>
    public TimeSpan LongestResume { get; private set; }

    /// <summary>Brings a file in and takes it back.</summary>
    /// <param name="file">The file.</param>
    /// <param name="checking">Deaths in the dry run.</param>
    /// <param name="writing">Deaths while loans are written.</param>
    /// <param name="undoing">Deaths while they are taken back.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Every difference from what must be; empty when there is none.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(LoanFile file, int checking, int writing, int undoing, CancellationToken ct)
    {
        var content = file.Open();
        var id = Value(await AsAsync<ReceiveFile, Outcome<Guid>>(verb => verb.RunAsync(new(LoanImportKind.KindName, content, "kills.csv"), ct)));
        var import = await ImportAsync(id, ct);
        try
        {
            Done(await AsAsync<CheckImport, Outcome>(verb => verb.RunAsync(new(LoanImportKind.KindName, id, import.Mapping().Fields, ImportDuplicates.Skip), ct)));
            await ThroughAsync(id, checking, ct);
            Done(await AsAsync<StartImport, Outcome>(verb => verb.RunAsync(LoanImportKind.KindName, id, ct)));
            await ThroughAsync(id, writing, ct);
            var written = await DifferencesAsync(id, file, ct);
            Done(await AsAsync<UndoImport, Outcome>(verb => verb.RunAsync(LoanImportKind.KindName, id, ct)));
            await ThroughAsync(id, undoing, ct);
            return [.. written, .. await LeftAsync(id, ct)];
        }
        finally
        {
            if (hand is not null) await hand.DisposeAsync();
            hand = null;
        }
    }

    // An offset is a chunk and a part of the time it takes. A death that finds nothing in work is not counted.
    private async Task ThroughAsync(Guid id, int deaths, CancellationToken ct)
    {
        hand ??= ImportHand.Start(appString, org);
        var at = (await ImportAsync(id, ct)).ChunkCount;
        var offsets = new Queue<double>(Enumerable.Range(0, deaths).Select(_ => chance.NextDouble() * at).Order());
        while (offsets.TryDequeue(out var offset))
        {
            var import = await UntilAsync(id, i => !i.IsUnderWay || i.DoneChunks >= (int)offset, ct);
            if (!import.IsUnderWay) break;
            await Task.Delay(chunk * (offset % 1), ct);
            await hand.DisposeAsync();
            var dead = await ImportAsync(id, ct);
            hand = ImportHand.Start(appString, org);
            if (!dead.IsUnderWay) break;

            Kills++;
            var from = Stopwatch.GetTimestamp();
            await UntilAsync(id, i => i.LeasedUntil != dead.LeasedUntil, ct);
            if (Stopwatch.GetElapsedTime(from) is var took && took > LongestResume) LongestResume = took;
        }

        var begun = (await ImportAsync(id, ct)).DoneChunks;
        var since = Stopwatch.GetTimestamp();
        var ended = await UntilAsync(id, i => !i.IsUnderWay, ct);
        if (ended.ChunkCount - begun is > 1 and var done) chunk = Stopwatch.GetElapsedTime(since) / done;
    }

    private async Task<FileImport> UntilAsync(Guid id, Func<FileImport, bool> isSo, CancellationToken ct)
    {
        var from = Stopwatch.GetTimestamp();
        while (true)
        {
            var import = await ImportAsync(id, ct);
            if (isSo(import)) return import;
            if (Stopwatch.GetElapsedTime(from) > patience) throw new TimeoutException($"The import stands at chunk {import.DoneChunks} of {import.ChunkCount}, {import.Status}.");
            await Task.Delay(look, ct);
        }
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Guid id, LoanFile file, CancellationToken ct)
    {
        var found = await ReadAsync(unit => LoansAsync(unit, ct), ct);
        var must = file.Loans().ToList();
        var counts = await ReadAsync(async unit => (
            Contacts: await unit.Db.Contacts.CountAsync(ct), Parties: await unit.Db.LoanParties.CountAsync(ct), Visits: await unit.Db.LoanStageVisits.CountAsync(ct),
            Audited: await unit.Db.AuditEntries.CountAsync(entry => entry.Verb == "loans.import" && entry.EntityType != "imports", ct) - audited,
            Created: (await unit.Db.ImportChunks.Where(c => c.ImportId == id).Select(c => c.Counts).ToListAsync(ct)).Sum(c => c[(int)ImportRowState.Created])), ct);
        audited += counts.Audited;

        List<string> differences = [.. must.Except(found, StringComparer.Ordinal).Take(3).Select(line => $"missing: {line}"), .. found.Except(must, StringComparer.Ordinal).Take(3).Select(line => $"more: {line}")];
        if (found.Count != must.Count) differences.Add($"{found.Count} loans instead of {must.Count}");
        Compare("contacts", counts.Contacts, file.People);
        Compare("parties", counts.Parties, file.Parties);
        Compare("stays in a stage", counts.Visits, file.Good);
        Compare("audit entries", counts.Audited, file.Good * 2 + file.People + file.Parties);
        Compare("rows created", counts.Created, file.Good);
        return differences;

        void Compare(string what, int is_, int mustBe)
        {
            if (is_ != mustBe) differences.Add($"{is_} {what} instead of {mustBe}");
        }
    }

    private static async Task<List<string>> LoansAsync(CrmUnit unit, CancellationToken ct)
    {
        var loans = await unit.Db.Loans.AsNoTracking().Select(loan => new
        {
            loan.Number, loan.BorrowerName, loan.Amount, loan.NoteRate,
            Stage = unit.Db.PipelineStages.Where(stage => stage.Id == loan.StageId).Select(stage => stage.Name).First(),
            Email = unit.Db.Contacts.Where(contact => loan.Parties.Any(party => party.ContactId == contact.Id && contact.Email != null)).Select(contact => contact.Email).FirstOrDefault(),
            Parties = loan.Parties.Count,
        }).ToListAsync(ct);
        return loans.ConvertAll(loan => LoanFile.Line(loan.Number, loan.BorrowerName, loan.Amount, loan.NoteRate, loan.Stage, loan.Email, loan.Parties));
    }

    private Task<IReadOnlyList<string>> LeftAsync(Guid id, CancellationToken ct) => ReadAsync(async unit =>
    {
        List<string> left = [];
        if (await unit.Db.Loans.GroupBy(loan => loan.StageId).Select(stage => stage.Count()).ToListAsync(ct) is { Count: > 0 } loans)
        {
            var import = await unit.Db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
            var kept = (await unit.Db.ImportChunks.Where(c => c.ImportId == id).OrderBy(c => c.Position).Select(c => c.Counts).ToListAsync(ct)).Select(c => c[(int)ImportRowState.Kept]);
            left.Add($"{loans.Sum()} loans are left, by stage {string.Join(", ", loans)}; the import is {import.Status} at chunk {import.DoneChunks}, kept {string.Join(", ", kept)}: {string.Join(" ", import.Notes)}");
        }
        if (await unit.Db.Contacts.CountAsync(ct) is > 0 and var contacts) left.Add($"{contacts} contacts are left");
        return (IReadOnlyList<string>)left;
    }, ct);

    private Task<FileImport> ImportAsync(Guid id, CancellationToken ct) => ReadAsync(unit => unit.Db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, ct), ct);

    private async Task<T> ReadAsync<T>(Func<CrmUnit, Task<T>> read, CancellationToken ct)
    {
        await using var scope = asSystem();
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.look", AccessPermissions.OwnAccount, ct);
        return unit.Refused is { } refused ? throw new InvalidOperationException(refused.Message) : await read(unit);
    }

    private async Task<TResult> AsAsync<TVerb, TResult>(Func<TVerb, Task<TResult>> act)
        where TVerb : notnull
    {
        await using var scope = await asMember();
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static T Value<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Message);

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException(outcome.Refusal.Message);
    }
}
