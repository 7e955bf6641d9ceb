namespace CrmStudio.Infrastructure.Platform;

/// <summary>The process cannot start for a reason its owner can put right. The message is one sentence for that person; no stack trace is shown with it.</summary>
public sealed class StartUpRefusedException(string sentence) : Exception(sentence);
