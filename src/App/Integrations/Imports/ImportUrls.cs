namespace CrmStudio.App.Integrations.Imports;

/// <summary>Addresses below the page of a kind.</summary>
public static class ImportUrls
{
    public static string File(IImportKind kind) => $"{kind.Url}/file";

    public static string Sample(IImportKind kind) => $"{kind.Url}/sample.csv";

    public static string Of(IImportKind kind, Guid importId) => $"{kind.Url}/{importId}";

    public static string Errors(IImportKind kind, Guid importId) => $"{Of(kind, importId)}/errors.csv";

    internal static string AnyErrors(IImportKind kind) => $"{kind.Url}/{{importId:guid}}/errors.csv";
}
