namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>Something that is not put back because it was touched after the merge.</summary>
/// <param name="Table">The table of the row.</param>
/// <param name="Id">The row; null where it is several.</param>
/// <param name="Name">What people call the record.</param>
/// <param name="What">What happened to it: <see cref="Changed"/>, <see cref="Removed"/> or <see cref="Added"/>.</param>
/// <param name="Field">The field that was changed; null where it is the whole row.</param>
/// <param name="Rows">How many rows.</param>
public sealed record LeftBehind(string Table, Guid? Id, string? Name, string What, string? Field, int Rows = 1)
{
    /// <summary>Changed since.</summary>
    public const string Changed = "changed";

    /// <summary>Removed since.</summary>
    public const string Removed = "removed";

    /// <summary>Added since.</summary>
    public const string Added = "added";
}
