namespace CrmStudio.Domain.Common;

/// <summary>Something that happened, in the past tense. Stored in the outbox in the same save as the change itself.</summary>
public interface IDomainEvent;
