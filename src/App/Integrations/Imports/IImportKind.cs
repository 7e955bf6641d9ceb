using CrmStudio.Domain.Access;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>
/// What a room tells the import machinery about its records: one for loans, one for leads. Keeping the file, mapping, dry run, fixing
/// in place, progress, resuming, the error file and undo are the machinery's.
/// </summary>
public interface IImportKind
{
    /// <summary>Stands on the import's row and in verbs: "loans".</summary>
    string Name { get; }

    ImportNouns Nouns { get; }

    /// <summary>The address of the page that takes files of this kind; everything else of it lies below.</summary>
    string Url { get; }

    /// <summary>Where the records are seen, and what that place is called.</summary>
    (string Name, string Url) Home { get; }

    /// <summary>What it takes to import and to take an import back.</summary>
    Permission Permission { get; }

    /// <summary>What a column can hold.</summary>
    ImportFields Fields { get; }

    /// <summary>Name of the field whose text is the key of a row.</summary>
    string KeyField { get; }

    /// <summary>Whether the member may see everything a file of this kind can hold.</summary>
    bool ShowsAll(CurrentMember me);

    /// <summary>Reads what rows are judged by and written with, for one unit of work.</summary>
    Task<ImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct);
}
