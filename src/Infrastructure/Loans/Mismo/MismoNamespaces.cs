namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>Namespaces of MISMO messages, and the short names elements of them carry.</summary>
internal static class MismoNamespaces
{
    public const string Mismo = "http://www.mismo.org/residential/2009/schemas", Xlink = "http://www.w3.org/1999/xlink", Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Ulad = "http://www.datamodelextension.org/Schema/ULAD", Du = "http://www.datamodelextension.org/Schema/DU";

    // In the copy that is kept; which of the many it was is of no use to anybody here.
    private const string Other = "urn:crmstudio:mismo:other";

    /// <summary>Short names and namespaces besides MISMO's own.</summary>
    public static IReadOnlyDictionary<string, string> Short { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["ULAD"] = Ulad, ["DU"] = Du, ["other"] = Other };

    public static string NameOf(string space, string local) => space switch
    {
        Mismo => local,
        Ulad => $"ULAD:{local}",
        Du => $"DU:{local}",
        _ => $"other:{local}",
    };
}
