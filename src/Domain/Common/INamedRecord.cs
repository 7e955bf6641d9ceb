namespace CrmStudio.Domain.Common;

/// <summary>A record people call by a name, so that a refusal can name it.</summary>
public interface INamedRecord
{
    /// <summary>What people call the record in a sentence.</summary>
    string RecordName { get; }
}
