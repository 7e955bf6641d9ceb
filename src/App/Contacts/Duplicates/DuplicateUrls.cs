using CrmStudio.Domain.Contacts.Duplicates;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>Addresses of the pages about duplicates. A page of a person or company links to <see cref="With"/> for "Merge with…".</summary>
public static class DuplicateUrls
{
    public const string Pairs = "/duplicates";

    public const string Merged = "/duplicates/merged";

    public const string Merging = "/duplicates/merge";

    public static string PairsOf(DuplicateKind kind) => kind == DuplicateKind.People ? Pairs : $"{Pairs}?kind={kind}";

    /// <summary>Chooses what a record is merged with.</summary>
    public static string With(DuplicateKind kind, Guid one) => $"{Merging}?kind={kind}&one={one}";

    /// <summary>Merges two records.</summary>
    public static string Merge(DuplicateKind kind, Guid one, Guid other) => $"{With(kind, one)}&other={other}";

    /// <summary>The page of a record.</summary>
    public static string Record(DuplicateKind kind, Guid id) => kind == DuplicateKind.People ? ContactUrls.For(id) : ContactUrls.ForCompany(id);
}
