namespace CrmStudio.Infrastructure.Tests.Platform.Storage;

/// <summary>Tests that weigh what the whole process allocates run with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
