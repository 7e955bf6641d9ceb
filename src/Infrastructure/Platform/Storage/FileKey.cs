namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>Where a file stands in the store. Made of ids alone, so that no name a person chose ever becomes a path.</summary>
/// <param name="OrgId">The organization whose file it is.</param>
/// <param name="Id">The file's own id.</param>
public readonly record struct FileKey(Guid OrgId, Guid Id)
{
    /// <summary>The key as text: <c>org/id</c>, letters and digits only around the slash.</summary>
    public override string ToString() => $"{OrgId:n}/{Id:n}";
}
