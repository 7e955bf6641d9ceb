namespace CrmStudio.Domain.Common;

/// <summary>A row that records what came in from outside, or what was answered. It says itself when and what; the audit trail follows the records made of it.</summary>
public interface IKeptAsItCame;
