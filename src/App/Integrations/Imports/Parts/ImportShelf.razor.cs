using CrmStudio.App.Hosting;
using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Csv;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Integrations.Imports.Parts;

/// <summary>Where files of one kind go in, and what came in before: all of a page but its address.</summary>
public sealed partial class ImportShelf(ImportListQuery query, ImportKinds kinds, ViewerClock viewer)
{
    private IReadOnlyList<ImportLine>? imports;
    private IImportKind kind = default!;
    private Refusal? refusal;

    /// <summary>Name of the kind.</summary>
    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    /// <summary>Code of the refusal of the last upload.</summary>
    [Parameter] public string? Refused { get; set; }

    private string Title => $"Import {kind.Nouns.Many}";

    private static string Limits => $"{CsvLimits.Default.FileBytes / 1024 / 1024} MB and {CsvLimits.Default.Rows:N0} rows";

    protected override async Task OnInitializedAsync()
    {
        kind = kinds.Of(Kind);
        var read = await query.ReadAsync(Kind, Leaving);
        (imports, refusal) = (read.Value, read.Refusal);
    }
}
