namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>A mail in the sink.</summary>
/// <param name="At">When it would have left.</param>
/// <param name="Mail">The mail.</param>
public sealed record SunkMail(DateTimeOffset At, Mail Mail);
