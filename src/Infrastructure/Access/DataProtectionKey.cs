namespace CrmStudio.Infrastructure.Access;

/// <summary>One key of the ring shared by all nodes, as XML encrypted by the certificate.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Name given by the framework.</summary>
    public string Id { get; init; } = "";

    /// <summary>The key.</summary>
    public string Xml { get; init; } = "";
}
